import pytest
from PySide6.QtWidgets import QApplication, QLabel

from desk.assets import resource
from desk.ui.theme import fonts, icons, style
from desk.ui.theme.tokens import SCALES


@pytest.mark.parametrize("factor", SCALES)
def test_the_sheet_is_whole_at_each_text_scale(factor: float) -> None:
    sheet = style.build(factor)
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")
    assert f"font-size: {round(14 * factor)}px" in sheet


def test_another_scale_is_refused() -> None:
    with pytest.raises(style.UnknownScaleError, match=r"scale 1\.1"):
        style.build(1.1)


def test_texts_and_sizes_grow_with_the_scale(qapp: QApplication, large_text: None) -> None:
    label = QLabel("Permohonan")
    label.ensurePolished()
    assert style.scaled(10) == 15
    assert label.fontInfo().pixelSize() == 21


def test_the_shipped_typeface_is_used(qapp: QApplication) -> None:
    assert fonts.load() == "Inter"
    assert qapp.font().family() == "Inter"


def test_every_shipped_icon_can_be_drawn(qapp: QApplication) -> None:
    names = sorted(path.stem for path in resource("icons").glob("*.svg"))
    assert len(names) > 50
    for name in names:
        image = icons.pixmap(name, "#b6482b", 24).toImage()
        inked = any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24))
        assert inked, name


def test_an_icon_takes_the_wanted_colour(qapp: QApplication) -> None:
    image = icons.pixmap("minus", "#ff0000", 24).toImage()
    assert image.pixelColor(12, 12).name() == "#ff0000"


def test_an_unknown_icon_is_named() -> None:
    with pytest.raises(icons.UnknownIconError, match="tidak-ada"):
        icons.pixmap("tidak-ada")
