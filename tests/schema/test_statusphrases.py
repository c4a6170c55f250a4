"""What people write for where things stand, in so many words and in many languages."""

import pytest

from infoviz.schema.answers.statuses import answer_in, interpret
from infoviz.schema.fields import Event, Response

NOT_ASKED = """
ej kontaktad|inte kontaktad|ännu inte kontaktad|ikke kontaktet|ikke kontaktet|nicht kontaktiert|noch nicht angeschrieben
pas contacté|pas encore contacté|no contactado|sin contactar|por escribir|não contatado|ainda não contactado|a contactar
non contattato|niet benaderd|nog niet benaderd|nog doen|nie skontaktowano|jeszcze nie|ska kontaktas|skal kontaktes
yet to ping|yet to contact|not approached|not contacted yet
"""
NO = """
said no|tackade nej|takket nei|takkede nej|sa nej|hat nein gesagt|dit non|a dit non|dijo que no|disse que não
ha detto no|zei nee|powiedziała nie
"""
YES = "tackade ja|takket ja|sa ja|sagte ja|a dit oui|dijo que sí|disse que sim|ha detto sì|zei ja|zugestimmt|Affirm"
PUT_OFF = """
DEFERRED|put off until March|Adiou para janeiro|adiado|aplazado|pidió aplazar|pospuesto|reporté à septembre|repoussé
vertröstet|auf später verschoben|rimandato|rinviato a gennaio|uitgesteld tot januari|uppskjutet|udskudt
utsatt til januar|przełożone na styczeń|odłożone|asked to ping later|Asked to contact after Diwali|Waitlisted
suggested spring|on hold until June
"""
DONE = "fertig|fait|hecho|Feita|fatto|gedaan|klaar|klart|færdig|zrobione|Concluded|wrapped up"
WAITING = "À espera|attente|no revert|Approach made|Prima mail|erste Mail|Första kontakt"


def listed(texts):
    return [text for line in texts.strip().splitlines() for text in line.split("|")]


@pytest.mark.parametrize("text", listed(NOT_ASKED))
def test_what_was_not_asked_proves_no_ask(text):
    meaning = interpret(text)
    assert meaning.unasked
    assert not meaning.events


@pytest.mark.parametrize(
    ("text", "response"),
    [
        (text, response)
        for texts, response in ((NO, Response.NO), (YES, Response.YES), (PUT_OFF, Response.OTHER))
        for text in listed(texts)
    ],
)
def test_answers_in_so_many_words(text, response):
    meaning = interpret(text)
    if not meaning.recognised:
        meaning = answer_in(text)
    assert meaning.response == response


@pytest.mark.parametrize("text", listed(DONE))
def test_what_is_done_was_held(text):
    assert Event.MET in interpret(text).events


@pytest.mark.parametrize("text", listed(WAITING))
def test_what_only_asked(text):
    meaning = interpret(text)
    assert meaning.events == {Event.ASKED}
    assert meaning.response is None


def test_after_a_talk_nothing_is_put_off():
    assert interpret("after call").response is None
