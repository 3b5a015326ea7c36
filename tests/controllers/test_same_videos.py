"""Files that are in the study already are told in one notice, however many they are."""

from __future__ import annotations

from au_studio.controllers.notices import Notices
from au_studio.controllers.same_videos import SameVideos


def test_one_notice_tells_of_all_that_are_found(qapp):
    notices = Notices()
    shown: list[str] = []
    notices.notice.connect(lambda text, _level: shown.append(text))
    notices.notice_settled.connect(shown.remove)
    same = SameVideos(notices)
    same.add("copy.mp4", "one.mp4")
    assert shown == ["“copy.mp4” is the same video as “one.mp4”, which is here already."]
    for name in ("b.mp4", "c.mp4"):
        same.add(name, "one.mp4")
    assert shown == ["“copy.mp4”, “b.mp4” and “c.mp4” are videos that are here already under other names."]
    for name in ("d.mp4", "e.mp4"):
        same.add(name, "one.mp4")
    assert len(shown) == 1
    assert "“c.mp4” and 2 more are videos" in shown[0]
    same.forget()
    same.add("later.mp4", "two.mp4")
    assert len(shown) == 2
