"""Small pictures drawn for tests."""

from io import BytesIO

from PIL import Image


def _picture(kind: str) -> bytes:
    kept = BytesIO()
    Image.new("RGB", (60, 40), (30, 90, 160)).save(kept, kind)
    return kept.getvalue()


PNG = _picture("PNG")
JPEG = _picture("JPEG")
