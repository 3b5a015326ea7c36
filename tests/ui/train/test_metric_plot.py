"""The plot of a figure over training steps counts in steps, however few there are."""

from au_studio.ui.train.metric_plot import MetricPlot


def test_one_point_alone_stands_on_an_axis_of_whole_steps(qtbot):
    plot = MetricPlot("Held-out ICC", floor=0.0, top=1.0)
    qtbot.addWidget(plot)
    plot.set_points([(0, 0.7)], marks=True)
    (left, right), (low, high) = plot.viewRange()
    assert left < 0
    assert 5 < right < 20
    assert low < 0
    assert high > 1
    plot.set_points([(0, 0.7), (20, 0.8), (400, 0.9)])
    (left, right), _ = plot.viewRange()
    assert left < 0
    assert 400 < right < 500
