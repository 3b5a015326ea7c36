#!/bin/sh
# Puts AU Studio into the menu of this user, or takes it out again (--remove); needs no rights of an administrator.
#
# A study is a folder that ends in .austudio. Linux knows no kinds of folders, so a study opens by
# right click > Open with > AU Studio, or by a double click on the file study.sqlite in it.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
[ -x "$here/au-studio" ] || here=$(dirname -- "$here")
data=${XDG_DATA_HOME:-"$HOME/.local/share"}
entry=$data/applications/au-studio.desktop
types=$data/mime/packages/au-studio.xml

refresh() {
    if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime" || true; fi
    if command -v update-desktop-database >/dev/null; then update-desktop-database "$data/applications" || true; fi
}

if [ "${1:-}" = "--remove" ]; then
    rm -f -- "$entry" "$types"
    refresh
    echo "AU Studio is no longer in the menu."
    exit 0
fi
if [ $# -gt 0 ]; then
    echo "usage: $0 [--remove]" >&2
    exit 2
fi
if [ ! -x "$here/au-studio" ]; then
    echo "The program au-studio is not in $here: run this inside AU Studio's folder." >&2
    exit 1
fi
# In a desktop file a path stands in quotes, in which these signs need a backslash (and each of them one more).
quoted=$(printf '%s' "$here/au-studio" | sed -e 's/[\\"`$]/\\\\&/g' -e 's/%/%%/g')
mkdir -p "$data/applications" "$data/mime/packages"
cat >"$entry" <<END
[Desktop Entry]
Type=Application
Version=1.0
Name=AU Studio
GenericName=Facial Action Units
GenericName[de]=Mimische Action Units
Comment=Measure facial Action Units in video
Comment[de]=Mimische Action Units in Videos messen
Exec="$quoted" %F
Icon=$here/_internal/au-studio.png
Terminal=false
Categories=Science;DataVisualization;
MimeType=application/x-au-studio;inode/directory;video/mp4;video/quicktime;video/x-matroska;video/x-msvideo;video/webm;
StartupNotify=true
StartupWMClass=au-studio
END
cat >"$types" <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-au-studio">
    <comment>AU Studio study</comment>
    <sub-class-of type="application/vnd.sqlite3"/>
    <glob pattern="study.sqlite" weight="80"/>
    <glob pattern="*.austudio" weight="80"/>
  </mime-type>
</mime-info>
END
refresh
echo "AU Studio is in the menu now; move the folder, and run this again."
