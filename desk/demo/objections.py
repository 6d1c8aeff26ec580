"""Objections of the demo office (S3k): one waits for Atasan PPID near its limit, one for Tim Pertimbangan."""

from datetime import timedelta

from desk.demo import people
from desk.demo.agenda import Agenda
from desk.demo.events import entered, moved
from desk.demo.story import Story
from desk.rules.intake import Channel
from desk.services.keberatan import KeberatanDraft, Scope
from desk.services.keberatan_answers import PARTLY, Consideration

_ADVICE = Consideration(
    PARTLY,
    "Nama petugas dapat diberikan. Nomor telepon pribadinya dihitamkan.",
)


def stories(agenda: Agenda) -> list[Story]:
    """Both, for the days of an agenda."""
    campaign = KeberatanDraft(
        channel=Channel.EPPID,
        applicant=people.MARIA,
        request_number="EP-2291",
        eppid_number="EP-2291",
        information="Petugas penghubung rapat umum tiap kecamatan",
        purpose="Peliputan",
        scope=Scope.RUNNING_STAGE,
        reasons=("d",),
        cause_on=agenda.day(4),
        story="Yang diberikan hanya petugas tingkat kabupaten, padahal diminta tiap kecamatan.",
    )
    reports = KeberatanDraft(
        applicant=people.YOHANES,
        information="Laporan keuangan kantor tahun lalu",
        purpose="Bahan musyawarah desa",
        reasons=("b",),
        cause_on=agenda.day(6) - timedelta(days=1),
        story="Laporan keuangan tahun lalu belum ada pada laman kantor.",
    )
    return [
        Story(
            2,
            "09.05",
            campaign.applicant,
            events=[
                moved(2, "09.30", "rahma", "teruskan"),
                entered(1, "11.15", "nurul", "sampaikan", _ADVICE),
            ],
            channel=campaign.channel,
            service="keberatan",
            form=campaign,
        ),
        Story(
            5,
            "10.45",
            reports.applicant,
            events=[moved(5, "11.20", "rahma", "teruskan")],
            service="keberatan",
            form=reports,
        ),
    ]
