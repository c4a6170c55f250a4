"""How well a column's values fit a field.

From 0 (these values cannot be that) over 0.5 (nothing speaks for or against it) to 1 (they look like nothing else).
"""

from collections.abc import Callable

from infoviz.schema.columns.evidence import Profile

NEUTRAL = 0.5


def fit(field: str, found: Profile) -> float:
    """Say how well a column's values fit a field: 0 cannot be, 0.5 nothing speaks for or against, 1 nothing else."""
    if not found.said:
        return NEUTRAL
    return _FITS[field](found)


def is_person_column(found: Profile) -> bool:
    """Whether a column holds names of persons, whatever its header."""
    return found.named >= 0.35 and found.persons >= 0.6


def _name(p: Profile) -> float:
    if p.pair == "name and role":
        return 0.9
    if p.odd > 0.3 or p.titles > 0.5 or p.long > 0.3:
        return 0.0
    if p.named >= 0.3 and p.persons >= 0.5:
        return 1.0
    if p.statuses > 0.6 or p.channels > 0.6:
        return 0.0
    if (p.organizations > 0.5 and p.persons < 0.3) or (p.organizations >= 0.3 and p.named < 0.15):
        return 0.0
    if p.persons >= 0.6 or p.foreign >= 0.6:
        return 0.7
    return 0.3 if p.persons >= 0.3 else 0.2


def _part_of_name(p: Profile) -> float:
    if p.odd > 0.3 or p.words > 3 or p.long > 0.2:
        return 0.0
    return 0.8


def _organization(p: Profile) -> float:
    if p.pair == "organization and role":
        return 0.9
    if p.odd > 0.3 or p.long > 0.4 or p.statuses > 0.7:
        return 0.0
    if p.titles > 0.6 and p.organizations < 0.3:
        return 0.1
    if p.named >= 0.4 and p.organizations < 0.15:
        return 0.2
    if p.channels > 0.7 or p.responses > 0.7:
        return 0.1
    return 0.8 if p.organizations >= 0.2 else 0.75


def _role(p: Profile) -> float:
    if p.odd > 0.3 or p.long > 0.5:
        return 0.0
    if p.titles >= 0.4:
        return 1.0
    if p.named >= 0.4 or p.statuses > 0.7:
        return 0.0
    if p.titles >= 0.15:
        return 0.7
    return 0.2 if p.organizations > 0.3 else 0.4


def _share(name: str, least: float = 0.5) -> Callable[[Profile], float]:
    def judge(p: Profile) -> float:
        share = float(getattr(p, name))
        if share >= least:
            return 1.0
        return 0.3 if share >= least / 2 else 0.0

    return judge


def _phone(p: Profile) -> float:
    return 1.0 if p.phones >= 0.5 else 0.0


def _link(p: Profile) -> float:
    if p.urls + p.handles >= 0.5:
        return 1.0
    if p.ticks + p.dates + p.numbers > 0.3 or p.long > 0.3 or p.places >= 0.3:
        return 0.0
    return 0.2


def _location(p: Profile) -> float:
    if p.odd > 0.3 or p.long > 0.4 or p.titles > 0.4 or p.durations > 0.3:
        return 0.0
    if p.places >= 0.3 or p.codes >= 0.6:
        return 1.0
    if p.modes > 0.5 or p.channels > 0.5:
        return 0.1
    return 0.1 if p.named > 0.4 else 0.5


def _source(p: Profile) -> float:
    if p.odd > 0.3 or p.statuses > 0.8:
        return 0.0
    if p.sources >= 0.3:
        return 1.0
    return 0.25 if p.named > 0.5 or p.meetings >= 0.5 else 0.55


def _channel(p: Profile) -> float:
    if p.odd > 0.5 or p.long > 0.3:
        return 0.0
    if (p.named > 0.3 and p.channels < 0.5) or p.titles > 0.3:  # "LI message" looks like a name as well
        return 0.0
    if p.meetings >= 0.3:
        return 0.1 if p.meetings >= 0.6 else 0.3
    return 1.0 if p.channels >= 0.5 else 0.7 if p.channels >= 0.25 else 0.25


def _template(p: Profile) -> float:
    if p.dates + p.emails + p.urls + p.ticks > 0.3 or p.long > 0.3 or p.named > 0.3:
        return 0.0
    return 0.8 if p.distinct <= 0.6 or p.said < 5 else 0.3


def _words_of_my_own(p: Profile) -> float:
    if p.dates + p.emails + p.urls + p.ticks + p.numbers > 0.4:
        return 0.0
    if p.named > 0.5:
        return 0.3
    return 0.8 if p.said >= 4 and p.distinct <= 0.5 and p.words <= 6 else 0.6


def _tags(p: Profile) -> float:
    return _words_of_my_own(p._replace(dates=0.0))


def _is_closed(p: Profile) -> bool:
    """Whether the values are a few words that come back and name nobody: a status, a tag."""
    return p.said >= 6 and p.distinct <= 0.5 and p.named < 0.3 and p.foreign < 0.5 and p.words <= 3


def _referrer(p: Profile) -> float:
    nobody = p.statuses >= 0.5 or max(p.persons, 2 * p.named) < 0.5  # one "Prof. Hale" may have named a dozen
    if p.odd > 0.4 or p.long > 0.5 or (_is_closed(p) and nobody):
        return 0.0
    if p.named >= 0.3:
        return 1.0
    if p.persons >= 0.5 or p.foreign >= 0.5:
        return 0.7
    return 0.3


def _event(p: Profile) -> float:
    short = p.statuses if p.words <= 4 else 0.0
    if p.dates >= 0.5 or p.serials:
        return 1.0
    if p.numbers > 0.5 and not p.ticks:
        return 0.0
    if p.dates + p.ticks >= 0.6:
        return 0.8
    if p.channels >= 0.5 and p.dates + p.ticks < 0.3:  # how it was done
        return 0.0
    if p.dates + p.ticks + short >= 0.7:
        return 0.6
    if p.dates >= 0.3:
        return 0.5
    return 0.25 if p.dates + p.ticks >= 0.15 and p.long < 0.3 else 0.0


def _dates_only(p: Profile) -> float:
    if p.remarked > 0.5 * p.dates:  # "apply by 1/15" is a task
        return 0.4 if p.dates >= 0.5 else 0.0
    if p.dates >= 0.5 or p.serials:
        return 1.0
    if p.dates + p.months >= 0.5:
        return 0.8
    if p.dates >= 0.3 or (p.dates >= 0.05 and p.dates + p.ticks >= 0.8):
        return 0.6
    return 0.0


def _response(p: Profile) -> float:
    if p.dates > 0.4 or (p.numbers > 0.5 and not p.ticks) or p.emails + p.urls > 0.3 or p.named > 0.3:
        return 0.0
    if p.ticks >= 0.5 or p.responses >= 0.5:
        return 1.0
    if p.ticks + p.responses >= 0.3 and p.words <= 5:
        return 0.7
    return 0.25 if p.long > 0.4 else 0.35


def _responded_on(p: Profile) -> float:
    if p.dates >= 0.4 or p.serials:
        return 1.0
    return 0.2 if p.ticks >= 0.5 else 0.0


def _mode(p: Profile) -> float:
    if p.odd > 0.4 or p.long > 0.4:
        return 0.0
    if p.modes >= 0.5:
        return 1.0 if p.meetings >= 0.2 else 0.5
    return 0.6 if p.modes >= 0.3 else 0.0


def _minutes(p: Profile) -> float:
    if p.durations >= 0.5:
        return 1.0
    if p.numbers + p.durations >= 0.6 and p.middle is not None and 5 <= p.middle <= 480:
        return 1.0
    return 0.0


def _cadence(p: Profile) -> float:
    if p.rhythms >= 0.4:
        return 1.0
    if p.numbers >= 0.6 and p.middle is not None and 1 <= p.middle <= 730:
        return 0.9
    return 0.0


def _introductions(p: Profile) -> float:
    if p.dates + p.emails + p.urls > 0.4 or p.numbers > 0.5:
        return 0.0
    if p.named >= 0.3:
        return 1.0
    if p.ticks > 0.6 or (_is_closed(p) and p.persons < 0.5 and p.words <= 1.3):
        return 0.0
    return 0.3 if p.words <= 1.3 and p.foreign < 0.5 else 0.55


def _reflection(p: Profile) -> float:
    if p.dates + p.emails + p.urls + p.ticks + p.numbers > 0.4 or p.ratings >= 0.6:
        return 0.0
    return 1.0 if p.feelings >= 0.3 else 0.55


def _free_text(p: Profile) -> float:
    if p.dates > 0.5 or p.emails + p.urls > 0.5 or p.numbers > 0.5 or p.ticks > 0.7:
        return 0.0
    if p.named > 0.7:
        return 0.2
    return 0.9 if p.long >= 0.3 or p.words >= 4 else 0.6


def _detail(p: Profile) -> float:
    """Which answer, who introduced, how many minutes: a detail may be anything but a day."""
    return 0.0 if p.dates > 0.5 else max(0.6, _free_text(p))


def _outcome(p: Profile) -> float:
    if p.responses >= 0.6 or p.ticks >= 0.5:
        return 0.3
    return 0.0 if p.dates > 0.4 or p.emails + p.urls > 0.3 else 0.65


def _status(p: Profile) -> float:
    if p.dates > 0.4 or p.emails + p.urls > 0.3 or p.named > 0.4 or p.numbers > 0.5:
        return 0.0
    if p.statuses >= 0.3:
        return 1.0
    if p.codes >= 0.6:
        return 0.0
    return 0.6 if p.distinct <= 0.6 or p.said < 6 else 0.45


def _kind_of_event(p: Profile) -> float:
    if p.odd > 0.4:
        return 0.0
    if p.statuses + p.channels + p.modes >= 0.4:
        return 1.0
    return 0.7 if p.distinct <= 0.5 else 0.3


_FITS: dict[str, Callable[[Profile], float]] = {
    "name": _name,
    "first_name": _part_of_name,
    "last_name": _part_of_name,
    "organization": _organization,
    "role": _role,
    "email": _share("emails"),
    "phone": _phone,
    "link": _link,
    "location": _location,
    "source": _source,
    "channel": _channel,
    "template": _template,
    "hypothesis": _words_of_my_own,
    "tags": _tags,
    "referred_by": _referrer,
    "contacted_on": _event,
    "nudged_on": _event,
    "response": _response,
    "responded_on": _responded_on,
    "mode": _mode,
    "minutes": _minutes,
    "scheduled_on": _event,
    "met_on": _event,
    "thanked_on": _event,
    "follow_up_on": _dates_only,
    "last_touch_on": _dates_only,
    "cadence_days": _cadence,
    "introductions": _introductions,
    "promised": _free_text,
    "acknowledged_on": _event,
    "reflection": _reflection,
    "takeaways": _free_text,
    "outcome": _outcome,
    "notes": _free_text,
    "status": _status,
    "event": _kind_of_event,
    "detail": _detail,
}
