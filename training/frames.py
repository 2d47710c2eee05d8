"""The sentence frames of attribution, each annotated as UD English mostly has it.

Postposed ", X said" has *said* as root and the clause as ccomp; only a medial ", X said," is parataxis. "quoted X as
saying S": X is obj, *saying* advcl. "citing X" is advcl of the reporting verb. "according to X" is obl of the content.
"""

from collections.abc import Callable
from random import Random

from training.harvest import Harvest
from training.phrase import Phrase, case, comma, copy, gap, item, mark, noun
from training.sources import Sources
from training.verbs import Verbs

WRITTEN = ["reported", "said", "reported", "wrote", "added"]


class Frames:
    """Every public method draws one whole sentence, still without its full stop."""

    def __init__(self, harvest: Harvest, random: Random) -> None:
        self.harvest, self.random = harvest, random
        self.sources = Sources(harvest, random)
        self.verbs = Verbs(self.sources, random)

    def clause(self, lower: bool = True) -> Phrase:
        clause = copy(self.random.choice(self.harvest.clauses))
        return clause.lower() if lower else clause

    def content(self, clause: Phrase, probability: float = 0.55) -> Phrase:
        """The clause as what is said, with or without *that*."""
        return mark("that", clause, "ccomp") if self.sources.chance(probability) else clause.turn("ccomp")

    def fronted(self, quoted: float) -> Phrase:
        """What is said in front of its verb, up to the comma: 'S,' or '"S,"'."""
        clause = self.clause(lower=False).turn("ccomp")
        if self.sources.chance(quoted):
            clause.before.insert(0, item('"', "``", "punct", "PUNCT"))
            clause.after += [comma(), self.unquote()]
        else:
            clause.after.append(comma())
        return clause

    def unquote(self) -> Phrase:
        end = item('"', "''", "punct", "PUNCT")
        end.glued = True
        return end

    def reported(self, among: list[str] | None = None) -> Phrase:
        """A source and its verb: "two officials said"."""
        source, plural = self.sources.draw()
        verb = self.verbs.draw(plural, among)
        verb.before.insert(0, source.turn("nsubj"))
        return verb

    def indirect(self) -> Phrase:
        """X said (that) S."""
        verb = self.reported()
        verb.after.append(self.content(self.clause()))
        return verb

    def direct(self) -> Phrase:
        """X said: "S." """
        verb, clause = self.reported(), self.clause(lower=False).turn("ccomp")
        clause.before = [comma(self.random.choice(",:")), item('"', "``", "punct", "PUNCT")]
        clause.after += [comma("."), self.unquote()]
        verb.after.append(clause)
        return verb

    def nested(self) -> Phrase:
        """X said Y believed (that) S."""
        verb, inner = self.reported(), self.indirect()
        verb.after.append(self.content(inner, 0.5))
        return verb

    def postposed(self) -> Phrase:
        """S, X said."""
        verb = self.reported()
        verb.before.insert(0, self.fronted(0.4))
        return verb

    def inverted(self) -> Phrase:
        """ "S," said X."""
        source, plural = self.sources.draw()
        verb = self.verbs.inverted(plural)
        verb.before, verb.after = [self.fronted(0.6)], [source.turn("nsubj")]
        return verb

    def medial(self) -> Phrase:
        """The sale, X said, had not been approved."""
        for _ in range(20):
            clause = self.clause(lower=False)
            place = gap(clause)
            if place:
                verb = self.reported().turn("parataxis")
                verb.before.insert(0, comma())
                verb.after.append(comma())
                clause.within[place] = verb
                return clause
        return self.postposed()

    def adding(self) -> Phrase:
        """X said S, adding that T; X denied it, saying S."""
        verb = self.indirect()
        more = item(self.random.choice(["adding", "adding", "saying", "noting", "claiming", "arguing"]), "VBG", "advcl")
        more.before, more.after = [comma()], [self.content(self.clause(), 0.75)]
        verb.after.append(more)
        return verb

    def joined(self) -> Phrase:
        """X said S and added that T."""
        verb, more = self.indirect(), self.verbs.draw(False, ["added", "warned", "said", "noted", "insisted", "claimed"])
        more.before.insert(0, item(self.random.choice(["and", "and", "but"]), "CC", "cc"))
        more.after.append(self.content(self.clause(), 0.75))
        verb.after.append(more.turn("conj"))
        return verb

    def basis(self) -> Phrase:
        """ "citing internal documents"."""
        source = self.sources.draw()[0]
        if self.sources.chance(0.3):
            source = item(self.sources.pick("papers"), "NNS")
            form, tag = self.sources.pick("owners").split("/")
            source.before = [item(form, tag, "amod" if tag == "JJ" else "compound")]
        phrase = item(self.random.choice(["citing", "citing", "quoting"]), "VBG", "advcl")
        phrase.before, phrase.after = [comma()], [source.turn("obj")]
        return phrase

    def citing(self) -> Phrase:
        """X reported, citing Y, that S; X, citing Y, said S; S, X reported, citing Y."""
        source, plural = self.sources.outlet() if self.sources.chance(0.5) else self.sources.draw()
        verb, basis, share = self.verbs.draw(plural, WRITTEN), self.basis(), self.random.random()
        verb.before.insert(0, source.turn("nsubj"))
        if share >= 0.75:
            verb.before.insert(0, self.fronted(0))
            verb.after.append(basis)
            return verb
        basis.after.append(comma())
        if share < 0.4:
            verb.after += [basis, self.content(self.clause(), 0.85)]
        else:
            verb.before.insert(1, basis)
            verb.after.append(self.content(self.clause()))
        return verb

    def quoting(self) -> Phrase:
        """O quoted X as saying S; X was quoted (by O) as saying S."""
        saying = mark("as", item("saying", "VBG"), "advcl")
        saying.after = [self.content(self.clause())]
        past = self.random.choice(["quoted", "cited", "quoted"])
        source, plural = self.sources.draw()
        outlet = self.sources.outlet()[0]
        if self.sources.chance(0.65):
            verb = item(past, "VBD")
            verb.before, verb.after = [outlet.turn("nsubj")], [source.turn("obj"), saying]
            if self.sources.chance(0.12):
                verb.before.append(item("also", "RB", "advmod"))
            return verb
        verb = item(past, "VBN")
        verb.before = [source.turn("nsubj:pass"), item("were" if plural else "was", "VBD", "aux:pass", "AUX")]
        verb.after = [case("by", outlet, "obl:agent"), saying] if self.sources.chance(0.4) else [saying]
        return verb

    def according(self) -> Phrase:
        """According to X, S; S, according to X."""
        source, first = self.sources.draw()[0], self.sources.chance(0.45)
        according = item("according", "VBG", "case", "VERB")
        according.after = [item("to", "IN", "fixed")]
        source.before.insert(0, according)
        clause = self.clause(lower=first)
        if first:
            clause.before = [source.turn("obl"), comma()]
        else:
            clause.after += [comma(), source.turn("obl")]
        return clause

    def believed(self) -> Phrase:
        """It is believed that S."""
        verb = item(self.random.choice("believed said reported thought understood expected alleged".split()), "VBN")
        form, tag = self.random.choice([("is", "VBZ"), ("was", "VBD")])
        verb.before = [item("it", "PRP", "expl"), item(form, tag, "aux:pass", "AUX")]
        verb.after = [mark("that", self.clause(), "ccomp")]
        return verb

    def told(self) -> Phrase:
        """X told O that S."""
        source = self.sources.draw()[0]
        verb, hearer = item("told", "VBD"), noun(self.sources.pick("hearers"))
        if self.sources.chance(0.7):
            hearer = self.sources.outlet()[0]
        verb.before, verb.after = [source.turn("nsubj")], [hearer.turn("obj"), self.content(self.clause(), 0.7)]
        return verb

    def shares(self) -> dict[Callable[[], Phrase], float]:
        """The frames with how often each is drawn."""
        return {
            self.indirect: 25, self.direct: 4, self.nested: 8, self.postposed: 9, self.inverted: 9, self.medial: 3,
            self.adding: 4, self.joined: 4, self.citing: 11, self.quoting: 12, self.according: 9, self.believed: 4, self.told: 5,
        }  # fmt: skip
