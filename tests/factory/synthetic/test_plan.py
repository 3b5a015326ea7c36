"""Who is in a corpus, and that its parts share nobody."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from au_studio.factory.synthetic.corpus import CLIP, STATIC
from au_studio.factory.synthetic.identity import HAIR, ICT, SKINS, TEST, TRAIN, VALIDATION, draw_identity
from au_studio.factory.synthetic.plan import CorpusSize, plan_corpus

EYES = ("blue_eye", "brown_eye")


SIZE = CorpusSize(static=3600, clips=60)


def tasks(seed=1, size=SIZE):
    return [task for plan in plan_corpus(seed, size) for task in plan.tasks]


def test_the_same_seed_and_size_plan_the_same_corpus():
    assert plan_corpus(3, CorpusSize(500, 10)) == plan_corpus(3, CorpusSize(500, 10))
    assert plan_corpus(3, CorpusSize(500, 10)) != plan_corpus(4, CorpusSize(500, 10))


def test_the_plan_holds_exactly_what_was_asked_for():
    planned = tasks()
    assert sum(task.frames for task in planned if task.kind == STATIC) == 3600
    clips = [task for task in planned if task.kind == CLIP]
    assert len(clips) == 60
    assert all(64 <= task.frames <= 100 for task in clips)
    assert tasks(size=CorpusSize(static=0, clips=3))[0].kind == CLIP
    assert sum(task.frames for task in tasks(size=CorpusSize(static=50, clips=0))) == 50


def test_a_frame_rate_is_that_of_every_clip_and_changes_nothing_else():
    slow = tasks(size=replace(SIZE, frame_rate=8))
    assert {task.frame_rate for task in slow if task.kind == CLIP} == {8}
    assert [replace(task, frame_rate=0) for task in slow] == tasks()


def test_nobody_is_in_two_parts_and_every_part_has_its_share():
    planned = tasks(size=CorpusSize(static=36_000, clips=200))
    splits = defaultdict(set)
    for task in planned:
        splits[task.identity].add(task.split)
    assert all(len(found) == 1 for found in splits.values())
    share = {
        split: sum(task.split == split for task in planned) / len(planned)
        for split in (TRAIN, VALIDATION, TEST)
    }
    assert abs(share[VALIDATION] - 0.08) < 0.01
    assert abs(share[TEST] - 0.12) < 0.01
    for split in (TRAIN, VALIDATION, TEST):
        ict = [task.rig == ICT for task in planned if task.split == split]
        assert 0.5 < sum(ict) / len(ict) < 0.8


def test_every_picture_has_a_clip_number_of_its_own():
    numbers = []
    for task in tasks():
        numbers += range(task.clip, task.clip + task.frames) if task.kind == STATIC else [task.clip]
    assert len(numbers) == len(set(numbers))


def test_the_first_shards_already_hold_stills_and_clips():
    plans = plan_corpus(1, CorpusSize(static=7200, clips=80))
    assert [plan.number for plan in plans] == list(range(len(plans)))
    assert {task.kind for plan in plans[:4] for task in plan.tasks} == {STATIC, CLIP}


def test_parts_share_no_skin_and_no_hair_mesh():
    for bank in (SKINS, HAIR):
        names = [name for part in bank.values() for name in part]
        assert len(names) == len(set(names))


def test_a_person_follows_from_seed_and_part():
    first = draw_identity(5, ICT, TEST, eyes=EYES)
    assert first == draw_identity(5, ICT, TEST, eyes=EYES)
    assert first != draw_identity(6, ICT, TEST, eyes=EYES)
    assert first.look.skin in SKINS[TEST]


def test_people_at_rest_keep_their_lips_nearly_shut():
    for seed in range(60):
        rest = draw_identity(seed, ICT, TRAIN, eyes=EYES).rest
        assert rest.get("jawOpen", 0.0) <= 0.03
        assert rest["mouthPress_L"] >= 0.0
        assert rest["mouthShrugLower"] >= 0.0
