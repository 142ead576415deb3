"""Everything a screen may ask for, built once and handed in."""

from __future__ import annotations

from typing import NamedTuple

from cgcounter.domain.form_sets import FormSets
from cgcounter.services.apologise import Apologise
from cgcounter.services.back_up import BackUp
from cgcounter.services.cash_up import CashUp
from cgcounter.services.change_calendar import ChangeCalendar
from cgcounter.services.change_counter import ChangeCounter
from cgcounter.services.check_file import CheckFile
from cgcounter.services.collect_fee import CollectFee
from cgcounter.services.correct_dossier import CorrectDossier
from cgcounter.services.end_dossier import EndDossier, UndoDossier
from cgcounter.services.find_dossiers import FindDossiers, ListDossiers, OpenDossier
from cgcounter.services.hand_over import AcceptHandover, HandOver
from cgcounter.services.import_tables import ImportTables
from cgcounter.services.keep_draft import KeepDraft
from cgcounter.services.keep_habits import KeepHabits
from cgcounter.services.manage_staff import ManageStaff
from cgcounter.services.offer_papers import OfferPapers
from cgcounter.services.pause_clock import RequestPayment, RequestSupplement, ResumeClock, SuspendClock
from cgcounter.services.ports import Forms, Printers
from cgcounter.services.prepare_intake import PrepareIntake
from cgcounter.services.print_form import PrintForm, ShowPages
from cgcounter.services.print_handover_slip import PrintHandoverSlip
from cgcounter.services.print_public_list import PrintPublicList
from cgcounter.services.print_recovery_sheet import PrintRecoverySheet
from cgcounter.services.print_register import PrintRegister
from cgcounter.services.rate_dossier import RateDossier, TellApplicant
from cgcounter.services.receive_dossier import ReceiveDossier
from cgcounter.services.record_result import FaultResult, RecordResult
from cgcounter.services.refuse_intake import GiveGuidance, RefuseIntake
from cgcounter.services.return_result import ReturnResult
from cgcounter.services.second_person import CheckPin
from cgcounter.services.set_up_office import SetUpOffice
from cgcounter.services.show_daily_log import ShowDailyLog
from cgcounter.services.sign_in import SignIn
from cgcounter.services.tell_state import TellState
from cgcounter.services.workplace import Workplace


class DossierActs(NamedTuple):
    """What is done with a dossier after its intake, act by act of the lifecycle."""

    hand_over: HandOver
    accept_handover: AcceptHandover
    request_supplement: RequestSupplement
    request_payment: RequestPayment
    suspend_clock: SuspendClock
    resume_clock: ResumeClock
    apologise: Apologise
    record_result: RecordResult
    fault_result: FaultResult
    return_result: ReturnResult
    correct_dossier: CorrectDossier
    end_dossier: EndDossier
    undo_dossier: UndoDossier
    collect_fee: CollectFee
    tell_applicant: TellApplicant
    rate_dossier: RateDossier

    @classmethod
    def at(cls, workplace: Workplace, check_pin: CheckPin) -> DossierActs:
        """All of them at one workplace."""
        return cls(
            hand_over=HandOver(workplace),
            accept_handover=AcceptHandover(workplace),
            request_supplement=RequestSupplement(workplace),
            request_payment=RequestPayment(workplace),
            suspend_clock=SuspendClock(workplace),
            resume_clock=ResumeClock(workplace),
            apologise=Apologise(workplace),
            record_result=RecordResult(workplace),
            fault_result=FaultResult(workplace),
            return_result=ReturnResult(workplace),
            correct_dossier=CorrectDossier(workplace),
            end_dossier=EndDossier(workplace),
            undo_dossier=UndoDossier(workplace, check_pin),
            collect_fee=CollectFee(workplace),
            tell_applicant=TellApplicant(workplace),
            rate_dossier=RateDossier(workplace),
        )


class Books(NamedTuple):
    """What is printed of many dossiers or of none: register, hand-over slips, public list."""

    register: PrintRegister
    handover_slip: PrintHandoverSlip
    public_list: PrintPublicList

    @classmethod
    def at(cls, workplace: Workplace, forms: Forms, printers: Printers, form_sets: FormSets) -> Books:
        """All of them at one workplace."""
        return cls(
            register=PrintRegister(workplace, forms, printers, form_sets),
            handover_slip=PrintHandoverSlip(workplace, forms, printers, form_sets),
            public_list=PrintPublicList(workplace, forms, printers, form_sets),
        )


class UseCases(NamedTuple):
    """The use cases of one counter."""

    sign_in: SignIn
    set_up_office: SetUpOffice
    prepare_intake: PrepareIntake
    offer_papers: OfferPapers
    keep_draft: KeepDraft
    receive_dossier: ReceiveDossier
    refuse_intake: RefuseIntake
    give_guidance: GiveGuidance
    find_dossiers: FindDossiers
    open_dossier: OpenDossier
    list_dossiers: ListDossiers
    acts: DossierActs
    print_form: PrintForm
    show_pages: ShowPages
    show_daily_log: ShowDailyLog
    books: Books
    cash_up: CashUp
    tables: ImportTables
    change_calendar: ChangeCalendar
    back_up: BackUp
    check_file: CheckFile
    tell_state: TellState
    manage_staff: ManageStaff
    change_counter: ChangeCounter
    keep_habits: KeepHabits
    print_recovery_sheet: PrintRecoverySheet
