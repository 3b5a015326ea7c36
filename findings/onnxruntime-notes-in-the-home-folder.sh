#!/usr/bin/env bash
# onnxruntime 1.32.0 from its Linux wheel: running one session writes files into the user's cache folder that no
# session option and no argument asked for, a number of the computer and a store of events among them. Its own
# function disable_telemetry_events() called before the session does not keep the files away; the environment
# variable ORT_DISABLE_TELEMETRY=1, set before the import, does. Who analyses confidential recordings offline
# wants to know.
#
# Seen: with nothing set and with disable_telemetry_events() files below .../DeveloperTools/.onnxruntime; none
# with the variable.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet onnxruntime==1.32.0 onnx==1.23.2
cat > "$folder/run.py" <<'PY'
import sys

import onnx
import onnx.helper as h
import onnxruntime as ort

if sys.argv[1] == "function":
    ort.disable_telemetry_events()
value = lambda name: h.make_tensor_value_info(name, onnx.TensorProto.FLOAT, [1])
graph = h.make_graph([h.make_node("Abs", ["a"], ["b"])], "g", [value("a")], [value("b")])
model = h.make_model(graph, opset_imports=[h.make_opsetid("", 13)], ir_version=8)
ort.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"]).run(None, {"a": [-1.0]})
print(ort.__version__, end=" ")
PY
written() { # HOW [NAME=VALUE...]: how many files one session leaves in an empty home
    local home="$folder/home-$1" how=$1
    mkdir -p "$home"
    shift
    env -u ORT_DISABLE_TELEMETRY -u XDG_CACHE_HOME HOME="$home" "$@" "$folder/venv/bin/python" "$folder/run.py" "$how" >&2
    find "$home" -type f | wc -l
}
plain=$(written plain)
function=$(written function)
variable=$(written variable ORT_DISABLE_TELEMETRY=1)
echo
echo "files written: with nothing set $plain, after disable_telemetry_events() $function, with the variable $variable"
find "$folder/home-plain" -type f | sed "s|$folder/home-plain|~|"
test "$plain" -gt 0 || { echo "changed: nothing is written any more"; exit 1; }
test "$function" -gt 0 || { echo "changed: the function keeps the files away now"; exit 1; }
test "$variable" -eq 0 || { echo "changed: the variable no longer keeps them away"; exit 1; }
