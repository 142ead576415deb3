"""What a card can be asked for, and which acts of the lifecycle and forms stand behind it."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from cgcounter.domain.forms import FormKey
from cgcounter.domain.lifecycle import Act


class Wish(StrEnum):
    """What an action of the card asks for, in the order of its buttons."""

    RETURN = "return"
    AUTHORISED = "authorised"
    RETURN_UNPAID = "return_unpaid"
    RECORD = "record"
    NEGATIVE = "negative"
    SUPPLIED = "supplied"
    PAID = "paid"
    RESUME = "resume"
    START = "start"
    FORWARD = "forward"
    ACCEPT = "accept"
    SUPPLEMENT = "supplement"
    TELL = "tell"
    CORRECT = "correct"
    PRINT_HANDOVER_SLIP = "print_handover_slip"
    PRINT = "print"
    PREVIEW = "preview"
    NEXT_OF_GROUP = "next_of_group"
    CLOSE = "close"
    BY_POST = "by_post"
    ELECTRONIC = "electronic"
    PAYMENT = "payment"
    SUSPEND = "suspend"
    FAULT = "fault"
    REFUSE = "refuse"
    STOP = "stop"
    WITHDRAW = "withdraw"
    APOLOGISE = "apologise"
    COLLECT = "collect"
    REFUND = "refund"
    RATE = "rate"
    VOID = "void"
    REOPEN = "reopen"
    PRINT_SUPPLEMENT = "print_supplement"
    PRINT_REFUSAL = "print_refusal"
    PRINT_APOLOGY = "print_apology"
    PRINT_STOP_NOTICE = "print_stop_notice"
    PRINT_CONTROL_SLIP = "print_control_slip"
    PRINT_PAYMENT_SLIP = "print_payment_slip"


WISHES: Final = {
    Act.RETURN_RESULT: (Wish.RETURN, Wish.AUTHORISED, Wish.BY_POST, Wish.ELECTRONIC),
    Act.SERVE_AT_ONCE: (Wish.RETURN, Wish.AUTHORISED),
    Act.RECORD_RESULT: (Wish.RECORD,),
    Act.RECORD_NEGATIVE: (Wish.NEGATIVE,),
    Act.RECEIVE_SUPPLEMENT: (Wish.SUPPLIED,),
    Act.CONFIRM_PAYMENT: (Wish.PAID,),
    Act.RESUME: (Wish.RESUME,),
    Act.START_PROCESSING: (Wish.START, Wish.FORWARD),
    Act.TRANSFER: (Wish.FORWARD,),
    Act.ACCEPT_HANDOVER: (Wish.ACCEPT,),
    Act.REQUEST_SUPPLEMENT: (Wish.SUPPLEMENT,),
    Act.CORRECT: (Wish.CORRECT,),
    Act.REPRINT: (Wish.PRINT, Wish.PREVIEW),
    Act.REQUEST_PAYMENT: (Wish.PAYMENT,),
    Act.SUSPEND: (Wish.SUSPEND,),
    Act.FAULT_RESULT: (Wish.FAULT,),
    Act.REFUSE: (Wish.REFUSE,),
    Act.STOP: (Wish.STOP,),
    Act.WITHDRAW: (Wish.WITHDRAW,),
    Act.APOLOGISE: (Wish.APOLOGISE,),
    Act.TELL_APPLICANT: (Wish.TELL,),
    Act.COLLECT_FEE: (Wish.COLLECT,),
    Act.REFUND_FEE: (Wish.REFUND,),
    Act.RATE: (Wish.RATE,),
    Act.VOID: (Wish.VOID,),
    Act.REOPEN: (Wish.REOPEN,),
}

PAPERS: Final = {
    Wish.PRINT_HANDOVER_SLIP: FormKey.HANDOVER_SLIP,
    Wish.PRINT_SUPPLEMENT: FormKey.SUPPLEMENT,
    Wish.PRINT_REFUSAL: FormKey.REFUSAL,
    Wish.PRINT_APOLOGY: FormKey.APOLOGY,
    Wish.PRINT_STOP_NOTICE: FormKey.STOP_NOTICE,
    Wish.PRINT_CONTROL_SLIP: FormKey.CONTROL_SLIP,
    Wish.PRINT_PAYMENT_SLIP: FormKey.PAYMENT_SLIP,
}

# What moves the dossier on; the first of them that is possible is the primary button.
MOVES: Final = (
    Wish.RETURN,
    Wish.RECORD,
    Wish.SUPPLIED,
    Wish.PAID,
    Wish.RESUME,
    Wish.START,
)
ALWAYS: Final = frozenset({Wish.CLOSE})
# Everything else is found by its name among the commands.
WITH_BUTTON: Final = frozenset(tuple(Wish)[: tuple(Wish).index(Wish.CLOSE) + 1])
