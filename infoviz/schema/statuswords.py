"""The vocabulary of status words: in the order in which the rules are tried, what each proves."""

import re
from dataclasses import dataclass

from infoviz.schema.fields import Event, Response


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a status word proves.

    Attributes
    ----------
    events
        What has happened; the word tells no day.
    response
        How the ask ended, where the word tells.
    silence
        Whether the word says that no answer came.
    recognised
        Whether the word is understood at all; one that is may prove nothing ("To contact").
    """

    events: frozenset[Event] = frozenset()
    response: Response | None = None
    silence: bool = False
    recognised: bool = True


UNRECOGNISED = Meaning(recognised=False)

_A, _N, _R, _S, _M, _T = (
    Event.ASKED,
    Event.NUDGED,
    Event.RESPONDED,
    Event.SCHEDULED,
    Event.MET,
    Event.THANKED,
)
NOTHING_YET = Meaning()
ASKED = Meaning(frozenset({_A}))
SILENT = Meaning(frozenset({_A}), silence=True)
NUDGED = Meaning(frozenset({_A, _N}))
RESPONDED = Meaning(frozenset({_A, _R}))
OTHER = Meaning(frozenset({_A, _R}), Response.OTHER)
YES = Meaning(frozenset({_A, _R}), Response.YES)
NO = Meaning(frozenset({_A, _R}), Response.NO)
BOUNCED = Meaning(frozenset({_A}), Response.BOUNCED)
WITHDRAWN = Meaning(frozenset({_A}), Response.WITHDRAWN)
SCHEDULED = Meaning(frozenset({_A, _R, _S}), Response.YES)
MET = Meaning(frozenset({_A, _R, _M}), Response.YES)
THANKED = Meaning(frozenset({_A, _R, _M, _T}), Response.YES)
ONLY_THANKED = Meaning(frozenset({_T}))

_TALK = (
    r"(?:call|chat|talk|coffee chat|coffee|meeting|mtg|interview|informational(?: interview)?|conversation|zoom|lunch"
    r"|video call|phone call)"
)
_WORD = r"(?!(?:no|not|never)\b)\w+"
_NOT = r"(?:no|not|never|didnt|did not|doesnt|does not|hasnt|has not|havent|have not|isnt|is not|without|zero|yet to)"
_ANSWER = r"(?:response|reply|replied|respond|responded|answer|answered|hear|heard|responsive)(?: back)?"
_WRITE = (
    r"(?:contact|reach|ask|apply|e ?mail|message|write|call|send|approach|dm|ping|connect|invite|request)"
)
_WRITTEN = (
    r"(?:contacted|reached(?: out)?|asked|sent|started|applied|e ?mailed|messaged|approached|invited|begun"
    r"|written|introduced|called|requested|kontaktiert|angeschrieben|gecontacteerd)"
)
_DUE = r"(?:due|needed|required|pending|scheduled|planned|overdue|again|later|soon|next week)"
_FIRST = r"(?:outreach|contact|initial contact|first contact|application)"
_REPLY = r"(?:reply|response|answer|them|him|her|feedback|back|hear back|from them|word|confirmation)"
_AGAIN = r"(?:2nd|second|3rd|third|final|last|follow ?up)"
_MAIL = r"(?:e ?mail|message|note|letter|card|mail|dm|inmail)"


def _pattern(alternatives: str) -> re.Pattern[str]:
    words = "|".join(line.strip() for line in alternatives.split("\n") if line.strip())
    return re.compile(rf"\b(?:{words})(?!\w)")


# Meaning and alternatives of a regular expression over plain text, in the order in which they are tried. A rule is
# void where a "not" stands beside its words ("not accepted").
_RULES: tuple[tuple[Meaning, str], ...] = (
    # silence
    (
        SILENT,
        rf"""
        {_NOT}(?: yet| any| an?| ever| really| heard| received| gotten| got){{0,3}} {_ANSWER}
        no word|ignored(?: me)?|nothing (?:back|heard)|no news
        ghost(?:ed|ing)|unresponsive|non ?responsive|silen(?:t|ce)|crickets|left on (?:read|seen)
        unanswered|radio silence|keine antwort|keine ruckmeldung|nicht geantwortet|pas de reponse
        sans reponse|sin respuesta|no responde|nessuna risposta|senza risposta|geen antwoord|geen reactie
        sem resposta|nao respondeu
        """,
    ),
    # an automatic answer is none
    (
        ASKED,
        r"""
        out of (?:the )?office|ooo|auto ?(?:matic)? ?(?:reply|response|replied)|abwesend|abwesenheitsnotiz
        """,
    ),
    # the message never arrived
    (
        BOUNCED,
        r"""
        bounce(?:d|s)?(?: back)?|undeliver(?:able|ed)
        (?:wrong|bad|invalid|dead) (?:e ?mail|address|number)(?: address)?|deliver(?:y)? fail(?:ed|ure)
        (?:e ?mail|address|message) (?:bounced|failed|invalid|not found|not delivered|does not exist|doesnt exist)
        returned to sender|mailer daemon|unzustellbar|nicht zustellbar|rebotado|rebotada
        """,
    ),
    # I called it off
    (
        WITHDRAWN,
        r"""
        withdrawn|withdrew|(?:cancell?ed|declined|rejected|called off) by me
        i (?:cancell?ed|declined|withdrew|passed|rejected|said no)|called (?:it )?off|zuruckgezogen
        retirada por mi
        """,
    ),
    # whose interest is gone, the word does not tell
    (NOTHING_YET, r"no longer interested"),
    # an offer refused was an offer made
    (
        YES,
        r"""
        offer (?:declined|rejected|refused)
        (?:declined|rejected|refused|turned down) (?:the |their |an )?offer
        """,
    ),
    # a refusal in so many words
    (
        NO,
        r"""
        (?<!not )(?:declined|rejected|refused|denied)|rejection|turned (?:me )?down|not interested
        no interest|no thanks?(?: you)?|(?:too|very|so) busy|^busy$|negative(?:ly)?|said no
        ^(?:currently )?(?:unavailable|not available)$|not (?:a )?(?:good )?(?:fit|match)
        not moving forward|not selected|not hiring|unsuccessful
        (?:cant|cannot|can not|unable to|wont) (?:help|meet|talk|chat|make it|speak)
        not able to (?:help|meet|talk|chat|speak)|absage|abgelehnt|abgesagt|kein interesse|refus|refuse|refusee
        pas interesse|rechazad[oa]|no interesad[oa]|rifiutat[oa]|non interessat[oa]|afgewezen|afgewezen
        geen interesse|recusad[oa]|rejeitad[oa]
        """,
    ),
    (
        OTHER,
        r"""
        (?:busy|(?:un|not )available) (?:right now|now|until|till)|not (?:right )?now|maybe later
        not at this time|(?:check|ask|try) (?:back|again) later|redirected|passed me on|forwarded me
        neutral|mixed
        """,
    ),
    # thanks owed
    (
        MET,
        rf"""
        (?:need to|to|send|should|must|will|owe)(?: send| say| write)?(?: a| the)? thank(?:s| you)?(?: {_MAIL})?
        thank(?:s| you)(?: {_MAIL})? (?:due|pending|to send|todo|to do|not sent|needed|owed|overdue)
        not (?:yet )?thanked(?: yet)?
        """,
    ),
    # nothing sent yet
    (
        NOTHING_YET,
        rf"""
        (?:{_NOT}|to be|will be|should be|noch nicht|nog niet)(?: yet| been){{0,2}} {_WRITTEN}
        to (?:{_WRITE}|research|do)
        todo|not started|unstarted|unsent|uncontacted|research(?:ing|ed)?|draft(?:ed|ing)?
        wish ?list(?:ed)?|backlog|queued?|^planned$
        ^(?:idea|identified|saved|bookmarked|target|someday|ready|lead|prospect|potential|new|new contact)$
        (?:new|cold|warm|hot) lead|no contact(?: yet| made)?|scheduled (?:outreach|e ?mail|message)
        geplant|zu kontaktieren|a contacter|por contactar|da contattare|te benaderen|a contatar
        pending intro(?:duction)?|intro(?:duction)? pending|nicht begonnen
        """,
    ),
    (NUDGED, rf"sent(?: a| the)? (?:{_AGAIN}|reminder|nudge)(?: {_MAIL})?"),
    # planned steps prove nothing about the one before
    (
        NOTHING_YET,
        rf"""
        (?:to |need to |needs |should |must |will )?follow ?up(?! (?:{_MAIL} )?(?:sent|done|made|complete))(?: {_DUE})?
        (?:to (?:be )?|need to |needs to be |not (?:yet )?|will )schedul(?:e|ed)|schedule {_TALK}
        not (?:yet )?(?:met|done|completed?)(?: yet)?|havent met(?: yet)?|to meet|incomplete
        ^(?:open|active|inactive|closed|dormant|on hold|paused|in progress|stale|archived|maybe|later)$
        ^(?:warm|cold|hot)(?: contact)?$
        (?:keep|stay|staying|keeping) in touch|revisit|offen|en cours|en curso
        """,
    ),
    (
        THANKED,
        rf"""
        thanked|(?:thanks?|thank you|thx|tyn?)(?: {_MAIL})? (?:sent|done|emailed|mailed|written|delivered)
        (?:sent|wrote|emailed)(?: a| the| my)?(?: {_WORD})? (?:thank you|thanks|thx|ty)(?: {_MAIL})?|gedankt
        bedankt|remerciee?|agradecid[oa]|ringraziat[oa]
        """,
    ),
    (ONLY_THANKED, rf"thank you(?: {_MAIL})?|thanks"),
    (SCHEDULED, r"no show(?:ed)?"),
    # the first message, where a word for "done" follows what was done
    (
        ASKED,
        rf"""
        {_FIRST}(?: e ?mail| message)? (?:sent|made|done|complete|completed|submitted)
        (?:completed|submitted) (?:the |my |an? )?application|^{_MAIL} (?:done|completed?)$
        appl(?:ied|ication)(?: (?:sent|submitted|completed?|in))?
        (?:connection|invite|invitation|request|connection request) accepted
        accepted (?:my |the )?(?:connection|invite|invitation|linkedin)(?: request)?
        """,
    ),
    (
        MET,
        rf"""
        met(?! (?:at|through|via|by|during|when|online)\b)(?! (?:in|on) (?!person\b|zoom\b|teams\b)\w)
        had (?:a |an |the |our |my )?(?:{_WORD} )?{_TALK}|spoke(?:n)?(?! at\b)|talked|chatted|interviewed|conducted
        ^(?:all )?(?:completed?|done|finished|held)(?: (?:in person|by phone|on zoom|virtually|online|on|already))?$
        (?:completed|finished|did|held) (?:an? |the |our |my )?(?:{_WORD} )?{_TALK}
        {_TALK}(?: {_WORD}){{0,3}} (?:held|done|completed?|finished|happened|took place|over|conducted|had)
        debriefed|post interview|had coffee|getroffen|gesprochen|gesprach gefuhrt|erledigt
        abgeschlossen|rencontre|rencontree|terminee?|completad[oa]|realizad[oa]|reunid[oa]|incontrat[oa]
        completat[oa]|gesproken|ontmoet|afgerond|concluid[oa]|entretien (?:passe|fait|effectue)|gesprek gehad
        """,
    ),
    # they came to it and it fell through; who called it off the word does not tell
    (RESPONDED, r"cancell?ed|cancelado|annule|annulee|abgebrochen"),
    (
        SCHEDULED,
        rf"""
        (?:re)?scheduled|rescheduling|booked|confirmed|postponed|stood me up|noshow
        (?:{_TALK}|date|time) (?:is )?(?:set|set up|arranged|planned|fixed|upcoming|agreed|scheduled|on calendar)
        set up (?:a )?{_TALK}|(?:upcoming|planned|scheduled|confirmed|arranged) {_TALK}
        (?:sent )?calendar invite(?: sent)?|on (?:the |my )?calendar|interviewing|(?:interview|meeting) invite(?:d)?
        ^(?:phone |video |first |1st |second |2nd |final |zoom |info |in person )?(?:interview|screen|round|meeting)$
        ^(?:coffee chat|informational interview|informational|entretien|colloquio|vorstellungsgesprach)$|terminiert
        vereinbart|termin
        rendez vous|rdv|programad[oa]|agendad[oa]|fissat[oa]|ingepland|afspraak|marcad[oa]
        """,
    ),
    (
        YES,
        r"""
        accepted|agreed|positive(?:ly)?|said yes|willing|wants to (?:chat|talk|meet|connect|speak)
        happy to (?:chat|talk|help|meet|connect)
        open to (?:chat|talk|chatting|talking|meeting|a call)|scheduling|offer(?: received)?|hired
        zugesagt|zusage|acceptee?|aceptad[oa]|accettat[oa]|geaccepteerd|aceit[oa]
        """,
    ),
    (
        ASKED,
        rf"""
        ^(?:still )?(?:a)?waiting(?: (?:for|on|to))?(?: an?| their| his| her| your| hear)?(?: {_REPLY})?$
        (?:reply|response|answer|feedback) (?:pending|awaited|outstanding)|^(?:invite |request )?pending$
        pending (?:reply|response|answer)|(?:under|in) review|en attente|warte(?:n|t)?(?: auf antwort)?
        ausstehend|en espera|esperando|in attesa|in afwachting|aguardando
        """,
    ),
    (
        NUDGED,
        rf"""
        follow(?:ed)? ?ups?(?: {_MAIL})? (?:sent|done|made|emailed|completed?)
        followed ?up(?: (?:twice|again|once|with them))?|following up|bump(?:ed)?(?: sent)?
        nudge(?:d)?(?: sent)?|reminded|reminder(?: {_MAIL})?(?: sent)?|chased
        {_AGAIN}(?: {_MAIL}| attempt| outreach| touch| follow ?up| nudge| reminder| request)? sent
        (?:2nd|second|3rd|third|final) (?:{_MAIL}|attempt|outreach|follow ?up|nudge|reminder)
        re ?sent
        (?:pinged|e ?mailed|messaged|contacted|asked) (?:again|twice)|nachgefasst|nachgehakt|erinnert
        relancee?|recordatorio enviado|sollecitat[oa]|herinnerd
        """,
    ),
    (
        RESPONDED,
        r"""
        replied|responded|answered|heard back|(?:response|reply|answer) (?:received|in|came)
        (?:got|received) (?:a |an )?(?:reply|response|answer)
        in (?:conversation|contact|talks|discussion|dialogue|communication|correspondence)
        ongoing(?: conversation)?|conversing|chatting|talking|discussing|corresponding|engaged
        (?:wrote|e ?mailed|got|called|messaged) back|back and forth|need to reply|to reply|reply needed
        owe (?:a )?reply|geantwortet|antwort erhalten|repondue?|reponse recue|respondid[oa]|respondio
        rispost[oa]|beantwoord|geantwoord|respondeu
        """,
    ),
    (
        ASKED,
        rf"""
        sent|e ?mailed|mailed|messaged|texted|dmd|dmed|(?:{_MAIL}) sent
        sent (?:an? |the )?(?:{_MAIL}|request|invite|invitation|connection request)|contacted|reached out
        reachout|outreach(?: sent)?|initial outreach|requested
        (?:connection )?(?:request|requested)(?: sent)?|invited|(?:invite|invitation|connection) sent
        asked|approached|called|left (?:a )?(?:vm|voice ?mail|message)|voice ?mail|lvm|wrote|attempted(?: contact)?
        ^(?:initial|first|1st) (?:contact|outreach|touch|{_MAIL})$
        inmailed|pinged
        connected|submitted|initiated|cold (?:e ?mail|call)(?:ed)?|angeschrieben|kontaktiert|gesendet
        angefragt|beworben|verschickt|abgeschickt|gesandt|contactee?|envoyee?|postule|contactad[oa]
        enviad[oa]|solicitad[oa]|contattat[oa]|inviat[oa]|gecontacteerd|benaderd|verzonden|gestuurd
        gemaild|verstuurd|gesolliciteerd|contatad[oa]
        """,
    ),
)
NEGATION = re.compile(
    r"\b(?:no|not|never|didnt|wasnt|hasnt|havent|isnt|wont|without|cant|cannot|nor|neither|nicht|kein|keine|noch|pas"
    r"|niet|geen|nog|nao|nunca|sin|sans|ohne|senza)\b"
)


RULES: tuple[tuple[Meaning, re.Pattern[str]], ...] = tuple(
    (meaning, _pattern(alternatives)) for meaning, alternatives in _RULES
)

# Words that a slip of the finger may spoil, to be mended; and words of one letter's difference that are others.
TYPED = (
    "contacted emailed messaged replied responded response scheduled completed accepted declined rejected requested "
    "confirmed followed bounced withdrawn cancelled canceled thanked applied answered waiting awaiting pending drafted "
    "researching outreach interview interviewed ghosted connected received undeliverable reached booked meeting "
    "positive negative"
)
OTHER_WORDS = frozenset(
    {"contracted", "relied", "massaged", "wanting", "preached", "cooked", "looked", "roached"}
)
