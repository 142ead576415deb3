"""Everything a screen may ask for, built once and handed in."""

from __future__ import annotations

from typing import NamedTuple

from cgcounter.services.back_up import BackUp
from cgcounter.services.correct_dossier import CorrectDossier
from cgcounter.services.find_dossiers import FindDossiers, ListDossiers, OpenDossier
from cgcounter.services.import_catalogue import ImportCatalogue
from cgcounter.services.keep_draft import KeepDraft
from cgcounter.services.manage_staff import ManageStaff
from cgcounter.services.prepare_intake import PrepareIntake
from cgcounter.services.print_form import PrintReceipt, ShowPages
from cgcounter.services.print_recovery_sheet import PrintRecoverySheet
from cgcounter.services.process_dossier import RecordResult, StartProcessing
from cgcounter.services.receive_dossier import ReceiveDossier
from cgcounter.services.refuse_intake import RefuseIntake
from cgcounter.services.return_result import ReturnResult
from cgcounter.services.set_up_office import SetUpOffice
from cgcounter.services.show_daily_log import ShowDailyLog
from cgcounter.services.sign_in import SignIn
from cgcounter.services.tell_state import TellState


class UseCases(NamedTuple):
    """The use cases of one counter."""

    sign_in: SignIn
    set_up_office: SetUpOffice
    prepare_intake: PrepareIntake
    keep_draft: KeepDraft
    receive_dossier: ReceiveDossier
    refuse_intake: RefuseIntake
    correct_dossier: CorrectDossier
    find_dossiers: FindDossiers
    open_dossier: OpenDossier
    list_dossiers: ListDossiers
    start_processing: StartProcessing
    record_result: RecordResult
    return_result: ReturnResult
    print_receipt: PrintReceipt
    show_pages: ShowPages
    show_daily_log: ShowDailyLog
    import_catalogue: ImportCatalogue
    back_up: BackUp
    tell_state: TellState
    manage_staff: ManageStaff
    print_recovery_sheet: PrintRecoverySheet
