"""``au-studio models``: the models at hand, for people and for scripts."""

import json

from au_studio.cli import main
from au_studio.facs.action_units import DISFA_AUS


def test_the_models_are_listed_for_people_and_for_scripts(bare, capsys):
    assert main(["models", "--study", str(bare)]) == 0
    assert capsys.readouterr().out.startswith("base  untrained  ")
    assert main(["models", "--study", str(bare.with_suffix("")), "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["id"], told["name"], told["aus"], told["intact"]) == (
        "base",
        "untrained",
        list(DISFA_AUS),
        True,
    )


def test_a_folder_that_is_no_study_is_refused(tmp_path, capsys):
    assert main(["models", "--study", str(tmp_path)]) == 1
    assert "is not a study" in capsys.readouterr().err
