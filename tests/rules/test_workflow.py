"""Steps and moves: who may do what next, control chain, skipped steps, graph checks."""

from dataclasses import replace

import pytest

from desk.rules.casefacts import decision_facts
from desk.rules.flowcheck import flow_problems
from desk.rules.speaking import speaks_at
from desk.rules.workflow import (
    Flow,
    HolderRule,
    Move,
    MoveKind,
    MoveNotReady,
    MoveNotYours,
    MoveUnknown,
    ReasonMissing,
    RoleMissing,
    Setting,
    Sheet,
    Step,
    StepUnknown,
    StepUnstaffed,
    allowed,
    enter,
    move,
    next_controller,
)

KASUBAG = ("kasubag_hukum", "kasubag_teknis")
CHAIN = ("kasubag_hukum", "kabag_umum", "sekretaris")
OFFICE = frozenset({"front_office", "ketua", "staf", "sekretaris", "ppid", *KASUBAG})
SETTING = Setting(CHAIN, "ppid", OFFICE)

INTAKE = Step(
    "intake",
    "Diregister",
    ("front_office",),
    moves=(
        Move("give", "Berikan langsung", "end", needs="informasi_terbuka"),
        Move("pass", "Teruskan", "bureau"),
        Move("wait", "Minta kelengkapan", "waiting", kind=MoveKind.STOP, reason_required=True),
    ),
)
WAITING = Step(
    "waiting",
    "Menunggu",
    ("front_office",),
    moves=(Move("complete", "Lengkap", "intake", kind=MoveKind.RESUME),),
    waits=True,
)
BUREAU = Step("bureau", "Bagian umum", ("kabag_umum",), moves=(Move("pass", "Teruskan", "chair"),))
CHAIR = Step(
    "chair",
    "Disposisi Ketua",
    ("ketua",),
    moves=(
        Move("dispose", "Disposisikan", "prepare", names_role=True, kind=MoveKind.DECISION),
        Move("ask", "Tanya", "chair", kind=MoveKind.DELEGATE),
    ),
)
PREPARE = Step(
    "prepare",
    "Menyiapkan",
    (*KASUBAG, "kasubag_data", "staf"),
    moves=(
        Move("submit", "Ajukan", "check", sheet=Sheet.LETTER),
        Move("grant", "Kabulkan", "prepare", kind=MoveKind.DECISION, decision="dikabulkan"),
        Move(
            "hand",
            "Serahkan ke staf",
            "prepare",
            KASUBAG,
            MoveKind.DELEGATE,
            holders=KASUBAG,
            holder="staf",
        ),
        Move("back", "Kembalikan", "intake", kind=MoveKind.RETURN, reason_required=True),
    ),
    holder_rule=HolderRule.NAMED,
)
CHECK = Step(
    "check",
    "Pemeriksaan",
    CHAIN,
    moves=(
        Move("paraf", "Paraf", "sign", kind=MoveKind.PARAF),
        Move("return", "Kembalikan", "prepare", kind=MoveKind.RETURN, reason_required=True),
    ),
    holder_rule=HolderRule.CHAIN,
)
SIGN = Step(
    "sign",
    "Tanda tangan",
    ("ppid", "ketua"),
    moves=(Move("sign", "Tanda tangani", "end", needs="keputusan"),),
    holder_rule=HolderRule.SIGNER,
)
END = Step("end", "Arsip", end=True)
WITHDRAW = Move("withdraw", "Cabut", "end", ("front_office",), MoveKind.CLOSE, reason_required=True)
FLOW = Flow(
    "letter", "Surat", "intake", (INTAKE, WAITING, BUREAU, CHAIR, PREPARE, CHECK, SIGN, END), (WITHDRAW,)
)
ROLES = OFFICE | {"kabag_umum", "kasubag_data"}


def verbs(step: str, roles: list[str], holder: str | None = None, facts: tuple[str, ...] = ()) -> list[str]:
    return [one.verb for one in allowed(FLOW, step, roles, holder, facts)]


def test_only_the_roles_of_a_step_have_its_moves() -> None:
    assert verbs("intake", ["front_office"]) == ["pass", "wait", "withdraw"]
    assert verbs("intake", ["ketua"]) == []


def test_a_move_that_needs_a_fact_is_offered_when_it_holds() -> None:
    assert "give" in verbs("intake", ["front_office"], facts=("informasi_terbuka",))


def test_only_the_holder_may_go_on_while_others_of_the_step_wait() -> None:
    assert verbs("prepare", ["kasubag_teknis"], "kasubag_teknis") == ["submit", "grant", "hand", "back"]
    assert verbs("prepare", ["kasubag_hukum"], "kasubag_teknis") == []
    assert verbs("prepare", ["staf"], "staf") == ["submit", "grant", "back"]


def test_a_move_offered_anywhere_does_not_wait_for_the_holder() -> None:
    shared = replace(FLOW, anywhere=(replace(WITHDRAW, roles=("front_office", "ketua")),))
    assert [one.verb for one in allowed(shared, "chair", ["front_office"], "ketua")] == ["withdraw"]


def test_an_end_has_no_moves_at_all() -> None:
    assert allowed(FLOW, "end", OFFICE) == ()


def test_a_step_the_office_lacks_is_skipped() -> None:
    moved = move(FLOW, "intake", "pass", ["front_office"], SETTING)
    assert moved.step == CHAIR
    assert moved.skipped == (BUREAU,)
    assert moved.holder == "ketua"
    whole = move(FLOW, "intake", "pass", ["front_office"], Setting())
    assert whole.step == BUREAU
    assert whole.skipped == ()


def test_the_chair_names_who_goes_on() -> None:
    moved = move(FLOW, "chair", "dispose", ["ketua"], SETTING, to_role="kasubag_teknis")
    assert (moved.step, moved.holder) == (PREPARE, "kasubag_teknis")
    for wrong in (None, "pamdal", "kasubag_data"):
        with pytest.raises(RoleMissing):
            move(FLOW, "chair", "dispose", ["ketua"], SETTING, to_role=wrong)
    anywhere = move(FLOW, "chair", "dispose", ["ketua"], Setting(), to_role="kasubag_data")
    assert anywhere.holder == "kasubag_data"


def test_a_move_within_a_step_keeps_its_holder_unless_it_is_handed_on() -> None:
    decided = move(FLOW, "prepare", "grant", ["staf"], SETTING, holder_role="staf")
    assert (decided.holder, decided.move.decision) == ("staf", "dikabulkan")
    handed = move(FLOW, "prepare", "hand", ["kasubag_hukum"], SETTING, holder_role="kasubag_hukum")
    assert handed.holder == "staf"


def test_who_holds_a_step_goes_on_with_the_next_unless_another_is_named() -> None:
    gather = replace(PREPARE, id="gather", moves=(Move("gathered", "Terkumpul", "prepare"),))
    flow = replace(FLOW, start="gather", steps=(gather, *FLOW.steps))
    moved = move(flow, "gather", "gathered", ["kasubag_teknis"], SETTING, holder_role="kasubag_teknis")
    assert moved.holder == "kasubag_teknis"
    named = move(flow, "gather", "gathered", ["staf"], SETTING, holder_role="staf", to_role="kasubag_hukum")
    assert named.holder == "kasubag_hukum"
    assert move(flow, "gather", "gathered", ["staf"], SETTING).holder is None


def test_the_control_chain_runs_to_its_end_before_the_signature() -> None:
    submitted = move(FLOW, "prepare", "submit", ["staf"], SETTING, holder_role="staf")
    assert (submitted.step, submitted.holder) == (CHECK, "kasubag_hukum")
    first = move(FLOW, "check", "paraf", ["kasubag_hukum"], SETTING, holder_role="kasubag_hukum")
    assert (first.step, first.holder, first.given) == (CHECK, "sekretaris", ("kasubag_hukum",))
    second = move(
        FLOW, "check", "paraf", ["sekretaris"], SETTING, holder_role="sekretaris", given=first.given
    )
    assert (second.step, second.holder) == (SIGN, "ppid")
    assert second.given == ("kasubag_hukum", "sekretaris")


def test_without_a_known_holder_the_paraf_is_the_next_controllers() -> None:
    assert move(FLOW, "check", "paraf", ["sekretaris"], SETTING).given == ("kasubag_hukum",)
    assert move(FLOW, "check", "paraf", ["sekretaris"], Setting()).step == SIGN


def test_a_return_takes_the_parafs_back_and_says_to_whom() -> None:
    back = move(
        FLOW,
        "check",
        "return",
        ["sekretaris"],
        SETTING,
        holder_role="sekretaris",
        given=("kasubag_hukum",),
        reason="salah lampiran",
        to_role="staf",
    )
    assert (back.step, back.holder, back.given) == (PREPARE, "staf", ())
    unnamed = move(FLOW, "check", "return", ["sekretaris"], SETTING, reason="salah lampiran")
    assert unnamed.holder is None


@pytest.mark.parametrize(
    ("step", "verb", "roles", "error", "code"),
    [
        ("nowhere", "pass", ["front_office"], StepUnknown, "step_unknown"),
        ("intake", "sign", ["front_office"], MoveUnknown, "move_unknown"),
        ("intake", "pass", ["ketua"], MoveNotYours, "move_not_yours"),
        ("intake", "give", ["front_office"], MoveNotReady, "move_not_ready"),
        ("intake", "wait", ["front_office"], ReasonMissing, "reason_missing"),
        ("end", "withdraw", ["front_office"], MoveUnknown, "move_unknown"),
    ],
)
def test_a_refusal_is_named(
    step: str, verb: str, roles: list[str], error: type[StepUnknown], code: str
) -> None:
    with pytest.raises(error) as caught:
        move(FLOW, step, verb, roles, SETTING)
    assert caught.value.code == code
    assert caught.value.message


def test_a_step_nobody_can_do_and_only_decisions_leave_stops_the_flow() -> None:
    with pytest.raises(StepUnstaffed, match="Disposisi Ketua"):
        enter(FLOW, "chair", frozenset({"front_office"}))
    circle = Flow(
        "x",
        "x",
        "a",
        (
            Step("a", "A", ("ketua",), moves=(Move("go", "Go", "b"),)),
            Step("b", "B", ("ketua",), moves=(Move("go", "Go", "a"),)),
        ),
    )
    with pytest.raises(StepUnstaffed):
        enter(circle, "a", frozenset())


def test_the_chain_passes_over_roles_the_office_lacks() -> None:
    assert next_controller(CHAIN, OFFICE, ()) == "kasubag_hukum"
    assert next_controller(CHAIN, OFFICE, ("kasubag_hukum",)) == "sekretaris"
    assert next_controller(CHAIN, None, ("kasubag_hukum",)) == "kabag_umum"
    assert next_controller(CHAIN, OFFICE, CHAIN) is None


def test_the_main_path_shows_each_step_once_up_to_the_end() -> None:
    plain = replace(FLOW, steps=(replace(INTAKE, moves=INTAKE.moves[1:]), *FLOW.steps[1:]))
    assert [step.id for step in plain.path()] == [
        "intake",
        "bureau",
        "chair",
        "prepare",
        "check",
        "sign",
        "end",
    ]


def test_a_sound_flow_has_no_problems() -> None:
    assert flow_problems(FLOW, ROLES) == ()


def with_step(old: Step, **changes: object) -> Flow:
    steps = tuple(replace(step, **changes) if step is old else step for step in FLOW.steps)  # type: ignore[arg-type]
    return replace(FLOW, steps=steps)


def test_a_letter_begins_every_control() -> None:
    bare = with_step(PREPARE, moves=(Move("submit", "Ajukan", "check"),))
    assert any("without a letter" in problem for problem in flow_problems(bare, ROLES))


FORKED = with_step(
    BUREAU,
    moves=(
        Move("pass", "Teruskan", "chair", needs="keputusan:dikabulkan"),
        Move("pass", "Teruskan", "end", needs="keputusan"),
    ),
)


@pytest.mark.parametrize(("decision", "to"), [("dikabulkan", "chair"), ("ditolak", "end")])
def test_one_verb_leads_where_the_decision_says(decision: str, to: str) -> None:
    assert flow_problems(FORKED, ROLES) == ()
    facts = decision_facts(decision)
    assert move(FORKED, "bureau", "pass", {"kabag_umum"}, Setting(), facts=facts).step.id == to


def test_a_forked_verb_waits_for_the_decision() -> None:
    with pytest.raises(MoveNotReady, match="belum dicatat"):
        move(FORKED, "bureau", "pass", {"kabag_umum"}, Setting(), facts=decision_facts(""))


def test_what_leaves_a_step_on_a_sheet_is_found() -> None:
    assert FLOW.written_on("prepare", Sheet.LETTER) == "submit"
    assert FLOW.uses(Sheet.LETTER)
    assert not FLOW.uses(Sheet.DISPOSE)
    with pytest.raises(MoveUnknown, match="Tanda tangan tidak dipakai pada langkah Menyiapkan"):
        FLOW.written_on("prepare", Sheet.SIGN)


SAID = Step("said", "Disposisi lisan", ("ketua",), moves=(Move("say", "Say", "end", sheet=Sheet.SPOKEN),))
TALK = Flow(
    "talk",
    "Talk",
    "desk",
    (
        Step("desk", "Meja", ("front_office",), moves=(Move("lead", "Lead", "met"),)),
        Step("met", "Bertemu", ("ketua",), moves=(Move("done", "Done", "said"),)),
        SAID,
        Step("end", "Selesai", end=True),
    ),
)


@pytest.mark.parametrize(
    ("at", "step", "first"),
    [("desk", None, None), ("met", "said", "done"), ("said", "said", None), ("end", None, None)],
)
def test_a_spoken_disposition_is_recorded_at_its_step_or_at_the_meeting_before(
    at: str, step: str | None, first: str | None
) -> None:
    found, before = speaks_at(TALK, at)
    assert (found and found.id, before and before.verb) == (step, first)


def test_a_meeting_that_ends_on_a_sheet_of_its_own_ends_there() -> None:
    met = Step("met", "Bertemu", ("ketua",), moves=(Move("done", "Done", "said", sheet=Sheet.DISPOSE),))
    assert speaks_at(replace(TALK, steps=(TALK.steps[0], met, *TALK.steps[2:])), "met") == (None, None)


@pytest.mark.parametrize(
    ("flow", "says"),
    [
        (replace(FLOW, steps=(*FLOW.steps, END)), "listed 2 times"),
        (replace(FLOW, start="nowhere"), "start nowhere"),
        (with_step(BUREAU, moves=(Move("go", "Go", "nowhere"),)), "unknown step nowhere"),
        (with_step(END, moves=(Move("go", "Go", "intake"),)), "an end has moves"),
        (with_step(BUREAU, moves=()), "no way out"),
        (with_step(BUREAU, roles=()), "nobody does it"),
        (with_step(BUREAU, moves=BUREAU.moves * 2), "verb pass leads two ways without a fact"),
        (with_step(BUREAU, roles=("tukang_kebun",)), "unknown role tukang_kebun"),
        (with_step(BUREAU, moves=(Move("go", "Go", "chair", ("x",)),)), "unknown role x"),
        (with_step(BUREAU, moves=(Move("go", "Go", "chair", needs="cuaca"),)), "unknown fact cuaca"),
        (with_step(BUREAU, moves=(Move("go", "Go", "chair", names_role=True),)), "names a role"),
        (with_step(BUREAU, moves=(Move("go", "Go", "bureau"),)), "chair is never reached"),
        (
            replace(with_step(BUREAU, moves=(Move("go", "Go", "bureau"),)), anywhere=()),
            "no end is reached from step bureau",
        ),
    ],
)
def test_a_broken_graph_is_said(flow: Flow, says: str) -> None:
    assert any(says in problem for problem in flow_problems(flow, ROLES))


def test_who_holds_a_case_holds_it_on_while_something_is_awaited_and_after() -> None:
    asking = Step("ask", "Verifikasi", KASUBAG, holder_rule=HolderRule.NAMED)
    stop, resume = (
        Move("stop", "Klarifikasi", "clear", kind=MoveKind.STOP),
        Move("go", "Selesai", "ask", kind=MoveKind.RESUME),
    )
    clearing = Step(
        "clear", "Klarifikasi", KASUBAG, moves=(resume,), holder_rule=HolderRule.NAMED, waits=True
    )
    flow = Flow("f", "Alur", "ask", (replace(asking, moves=(stop,)), clearing))
    held = "kasubag_teknis"
    waiting = move(flow, "ask", "stop", [held], SETTING, holder_role=held)
    assert (waiting.step.id, waiting.holder) == ("clear", held)
    assert move(flow, "clear", "go", [held], SETTING, holder_role=held).holder == held
    assert allowed(flow, "clear", ["kasubag_hukum"], held) == ()
