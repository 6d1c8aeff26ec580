"""The finished facts each paper is made from: frozen, printable, no session and no reportlab behind them.

Callers (desk.papers) fill these and pass them to ``desk.documents.<paper>.render``. Times arrive aware and
already in the office's zone, days as ``date``, money as whole rupiah, identity numbers as they shall be
printed (masked by the caller wherever the paper does not need them whole).
"""

from desk.documents.facts.consultation import ConsultationFacts
from desk.documents.facts.counter import (
    EkspedisiFacts,
    EvacuationFacts,
    FeeLine,
    FeeReceiptFacts,
    PersonInside,
    QueueTicketFacts,
    ReceivedPaper,
    TandaTerimaFacts,
)
from desk.documents.facts.education import AttendanceFacts, AttendedLine, EventReportFacts
from desk.documents.facts.information import (
    AccessWay,
    BerkasKurangFacts,
    CopyForm,
    CostFacts,
    FetchWay,
    FormBFacts,
    InformationCategory,
    MissingPaper,
    PemberitahuanFacts,
    PenolakanFacts,
    PerpanjanganFacts,
    RedactionFacts,
)
from desk.documents.facts.interns import InternFacts
from desk.documents.facts.letters import (
    DispositionEntry,
    DispositionSheetFacts,
    LetterFacts,
    LetterNature,
)
from desk.documents.facts.objections import FormFFacts
from desk.documents.facts.party_votes import CandidateFacts, DecreeCopyFacts, DistrictFacts, PartyVotesFacts
from desk.documents.facts.replacements import CandidateLine, ClarificationFacts, DocumentLine, PlenaryFacts
from desk.documents.facts.reports import ComplaintReportFacts, CountTable
from desk.documents.facts.shared import (
    ApplicantFacts,
    DayKind,
    LimitFacts,
    OfficeFacts,
    OfficeLevel,
    PaperSize,
    ProxyFacts,
    RollWidth,
    SignerFacts,
    Typeface,
    ZoneName,
)
from desk.documents.facts.standards import PledgeFacts, StandardFacts, StandardPart
from desk.documents.facts.voter_data import DistrictLine, ProofFacts, RecapFacts

__all__ = [
    "AccessWay",
    "ApplicantFacts",
    "AttendanceFacts",
    "AttendedLine",
    "BerkasKurangFacts",
    "CandidateFacts",
    "CandidateLine",
    "ClarificationFacts",
    "ComplaintReportFacts",
    "ConsultationFacts",
    "CopyForm",
    "CostFacts",
    "CountTable",
    "DayKind",
    "DecreeCopyFacts",
    "DispositionEntry",
    "DispositionSheetFacts",
    "DistrictFacts",
    "DistrictLine",
    "DocumentLine",
    "EkspedisiFacts",
    "EvacuationFacts",
    "EventReportFacts",
    "FeeLine",
    "FeeReceiptFacts",
    "FetchWay",
    "FormBFacts",
    "FormFFacts",
    "InformationCategory",
    "InternFacts",
    "LetterFacts",
    "LetterNature",
    "LimitFacts",
    "MissingPaper",
    "OfficeFacts",
    "OfficeLevel",
    "PaperSize",
    "PartyVotesFacts",
    "PemberitahuanFacts",
    "PenolakanFacts",
    "PerpanjanganFacts",
    "PersonInside",
    "PledgeFacts",
    "PlenaryFacts",
    "ProofFacts",
    "ProxyFacts",
    "QueueTicketFacts",
    "RecapFacts",
    "ReceivedPaper",
    "RedactionFacts",
    "RollWidth",
    "SignerFacts",
    "StandardFacts",
    "StandardPart",
    "TandaTerimaFacts",
    "Typeface",
    "ZoneName",
]
