"""The picture and the faces over it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from au_studio.live.seen_faces import SeenFace
from au_studio.ui.watch.video_view import VideoView

NO_CONTOUR = np.empty((0, 2), np.float32)
LEFT = SeenFace(0, np.array([10, 10, 60, 70], np.float32), NO_CONTOUR)
RIGHT = SeenFace(1, np.array([120, 20, 180, 90], np.float32), NO_CONTOUR)


@pytest.fixture
def view(qtbot) -> VideoView:
    made = VideoView()
    qtbot.addWidget(made)
    made.resize(600, 400)
    return made


def _picture(color=(200, 40, 10)) -> np.ndarray:
    image = np.zeros((100, 200, 3), np.uint8)
    image[:] = color
    image.flags.writeable = False
    return image


def test_the_picture_is_shown_whole_in_its_own_proportions(view):
    view.set_frame(_picture())
    rect = view.picture_rect()
    assert rect.width() / rect.height() == pytest.approx(2)
    assert (rect.width(), rect.height()) == (600, 300)
    image = view.grab().toImage()
    assert image.pixelColor(300, 200).getRgb()[:3] == (200, 40, 10)
    assert image.pixelColor(300, 20).getRgb()[:3] != (200, 40, 10)


def test_a_click_on_a_face_chooses_that_person(view, qtbot):
    view.set_frame(_picture())
    view.set_faces([LEFT, RIGHT], 0)
    chosen = []
    view.person_chosen.connect(chosen.append)
    rect = view.picture_rect()
    for x, y in ((150, 50), (30, 30), (100, 95)):
        point = QPointF(rect.x() + x * 3, rect.y() + y * 3).toPoint()
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(point))
    assert chosen == [1, 0]


def test_a_face_that_is_not_read_is_not_drawn_as_if_it_were_and_can_be_chosen(view):
    view.set_frame(_picture())
    drawn = {}
    for target, provisional in ((0, False), (None, False), (0, True), (None, True)):
        view.set_faces([LEFT], target, provisional=provisional)
        drawn[target, provisional] = view.grab().toImage()
    assert drawn[None, False] != drawn[0, False]
    assert drawn[None, True] == drawn[0, True], "whose face it is, is not known yet"
    middle = view.picture_rect().topLeft() + QPointF(30 * 3, 30 * 3)
    shapes = []
    for target in (None, 1, 0):
        view.set_faces([LEFT], target)
        buttons = Qt.MouseButton.NoButton
        moved = QMouseEvent(
            QEvent.Type.MouseMove, middle, middle, buttons, buttons, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(view, moved)
        shapes.append(view.cursor().shape())
    assert shapes == [Qt.CursorShape.PointingHandCursor] * 2 + [Qt.CursorShape.ArrowCursor]


def test_boxes_can_be_switched_off(view):
    view.set_frame(_picture())
    view.set_overlays(boxes=True, contours=True)
    plain = view.grab().toImage()
    view.set_faces([LEFT], 0)
    with_box = view.grab().toImage()
    assert with_box != plain
    view.set_overlays(boxes=False, contours=True)
    assert view.grab().toImage() == plain


def test_contours_follow_the_layout_of_their_landmarks(view):
    from au_studio.face.landmarks import MESH
    from au_studio.face.model import Face, TrackedFace
    from au_studio.live.faces import contour_lines, pack_faces

    landmarks = np.random.default_rng(0).uniform(20, 80, (MESH.n_landmarks, 2)).astype(np.float32)
    box, anchors = np.array([20, 20, 80, 80], np.float32), np.zeros((3, 2), np.float32)
    packed = pack_faces([[TrackedFace(0, Face(box, landmarks, anchors, 1.0), True)]])
    contour = packed["face_contour"][0]
    drawn = {tuple(map(tuple, contour[list(pair)])) for pair in contour_lines(len(contour))}
    assert drawn == {tuple(map(tuple, landmarks[list(pair)])) for pair in MESH.edges()}
    view.set_frame(_picture())
    view.set_overlays(boxes=False, contours=True)
    plain = view.grab().toImage()
    view.set_faces([SeenFace(0, box, contour)], 0)
    assert view.grab().toImage() != plain


def test_without_a_picture_nobody_can_be_chosen(view):
    assert view.person_at(QPointF(100, 100)) is None
