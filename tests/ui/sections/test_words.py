"""Days, amounts and limits in words."""

from zoneinfo import ZoneInfo

WITA = ZoneInfo("Asia/Makassar")
