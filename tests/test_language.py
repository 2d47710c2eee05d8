"""What is not English is said to be so and not scored; English is never refused, whatever names, quotations and accents are in it."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

import hedgescan
from hedgescan import language, tongues
from hedgescan.engine import scan_text
from hedgescan.model import ENGLISH
from hedgescan.readers.files import text
from hedgescan.readers.offsets import Block, Offsets
from hedgescan.readers.sections import SECTION
from hedgescan.readers.text import LONGEST
from tests.conftest import Run

FRENCH = "Le maire a dit mardi que le vieux pont serait fermé pour trois semaines. Selon des sources, les travaux pourraient durer."
RUSSIAN = "Мэр сказал во вторник, что старый мост закроют. По словам источников, работы могут затянуться."
DRAFT = "The mayor said the bridge may close. Officials believe it will reopen."
# One sentence of news in each language, and the tag it should get.
SENTENCES = {
    "fr": FRENCH,
    "de": "Der Bürgermeister sagte am Dienstag, dass die alte Brücke für drei Wochen nicht befahrbar ist und sich das noch ändern kann.",
    "es": "El alcalde dijo el martes que el puente viejo se cerrará durante tres semanas, pero que no es seguro y todavía no hay fecha.",
    "it": "Il sindaco ha detto martedì che il vecchio ponte sarà chiuso per tre settimane e che i lavori non sono ancora iniziati.",
    "pt": "O prefeito disse na terça-feira que a ponte velha não será aberta, mas que uma balsa para os moradores já foi prometida.",
    "nl": "De burgemeester zei dinsdag dat de oude brug drie weken wordt gesloten en dat er nog geen veerpont is.",
    "pl": "Burmistrz powiedział we wtorek, że stary most zostanie zamknięty na trzy tygodnie, ale nie jest to pewne.",
    "sv": "Borgmästaren sade på tisdagen att den gamla bron ska vara stängd i tre veckor, men att det inte är säkert.",
    "cs": "Starosta v úterý řekl, že starý most bude na tři týdny uzavřen, ale není to jisté, protože práce ještě nezačaly.",
    "tr": "Belediye başkanı salı günü eski köprünün üç hafta için kapatılacağını söyledi, ama bu daha kesin değil.",
    "id": "Wali kota mengatakan pada hari Selasa bahwa jembatan tua akan ditutup selama tiga minggu dan tidak ada yang tahu.",
    "ru": RUSSIAN,
    "uk": "Мер сказав у вівторок, що старий міст закриють на три тижні, але це ще не точно, як і про що він говорив.",
    "el": "Ο δήμαρχος είπε την Τρίτη ότι η παλιά γέφυρα θα κλείσει για τρεις εβδομάδες.",
    "ar": "قال رئيس البلدية يوم الثلاثاء إن الجسر القديم سيغلق لمدة ثلاثة أسابيع على الأقل.",
    "he": "ראש העיר אמר ביום שלישי כי הגשר הישן ייסגר לשלושה שבועות.",
    "ja": "市長は火曜日、川に架かる古い橋が三週間閉鎖されると述べた。",
    "zh": "市长星期二说，河上的旧桥将关闭三周，渡轮是免费的。",
    "ko": "시장은 화요일 낡은 다리가 삼 주 동안 폐쇄될 것이라고 말했다.",
    "und-Beng": "মেয়র মঙ্গলবার বলেছেন যে পুরানো সেতুটি তিন সপ্তাহের জন্য বন্ধ থাকবে।",
}
ENGLISHES = [
    "Mayor Quits",
    "EU–Mercosur: 5 takeaways",
    "THE MAYOR SAID THE BRIDGE WILL CLOSE",
    "Charles de Gaulle, Oscar de la Hoya and Ludwig van Beethoven",
    "Los Angeles, Rio de Janeiro, Santiago de Chile, San Salvador, La Paz",
    "Real Madrid, Atlético de Madrid, Deportivo de La Coruña, Sporting de Gijón",
    "Jiří Novák, Łukasz Żółć, Günther Müller, François Dupré, José María Aznar",
    "MÜLLER, JIŘÍ NOVÁK, ŁUKASZ ŻÓŁĆ, FRANÇOIS DUPRÉ",
    "Tsai Ing-wen (蔡英文) of the Democratic Progressive Party (民主進步黨) would not yield.",
    "The naïve protégé's résumé lay in the café's façade.",
    "“Je ne sais pas ce que nous allons faire maintenant avec les autres,” Macron said.",
    "The mayor said: « Je ne sais pas ce que nous allons faire maintenant avec les autres ».",
    "She wrote: «Мы не знаем, что будет дальше, и никто этого не знает».",
    "What “c'est la vie, mais il ne faut pas le dire” means, nobody in the room would say.",
    "Wee, sleekit, cow'rin, tim'rous beastie, O, what a panic's in thy breastie!",
    "Dem don tell am say e no go fit come today.",
    "Infinity stereo, bucket seats, nerf bars, tool box, bed liner, camper tow package, five speed manual, cloth seats, floor mats, tow hooks.",
    "chown chmod chgrp basename cksum coreutils dircolors dirname expand factor groups hostid logname mkdir mkfifo mknod nproc printenv pwd rmdir",
    "if (value) { return lookup(value); } while (more) { read(line); append(line, buffer); flush(buffer); close(handle); free(buffer); exit(code); }",
    "cs da de es fi fr hr hu id it ja ko nl pl pt ro ru sl sr sv tr uk",
    "https://example.org/commit/de44eafd7854d06cd85006/le-la-les-que.html",
    "E = mc², where ρ, σ and τ are αβγ",
]


def tags(*paragraphs: str) -> list[str]:
    """The languages of the paragraphs of one text."""
    return language.languages([Block(prose, Offsets([0], [0]), "body", number) for number, prose in enumerate(paragraphs, 1)])


@pytest.mark.parametrize("tag", SENTENCES)
def test_a_sentence_of_another_language_is_known_for_what_it_is(tag: str) -> None:
    assert tags(SENTENCES[tag]) == [tag]
    assert tags(DRAFT, SENTENCES[tag]) == [ENGLISH, tag]
    assert tongues.title(tag) != tag


@pytest.mark.parametrize("text", ENGLISHES)
def test_english_is_never_refused(text: str) -> None:
    assert tags(text) == [ENGLISH]
    assert tags(text, DRAFT, FRENCH) == [ENGLISH, ENGLISH, "fr"]


def test_what_cannot_be_told_is_in_the_language_of_most_of_the_text() -> None:
    assert tags("Emmanuel Macron", FRENCH, FRENCH) == ["fr"] * 3
    assert tags("Emmanuel Macron", DRAFT, FRENCH) == [ENGLISH, ENGLISH, "fr"]
    assert tags("Emmanuel Macron", DRAFT, FRENCH, FRENCH) == ["fr", ENGLISH, "fr", "fr"]
    assert tags("Emmanuel Macron", "Paris") == [ENGLISH] * 2
    assert tags("Le maire ne veut pas", "Il est à Paris", "Les autres sont ici") == ["fr"] * 3  # none of them would do by itself


def test_prose_without_an_english_word_is_another_language_s_also_if_there_is_no_list_of_its_words() -> None:
    zulu = (
        "Imeya ithe ngoLwesibili ibhuloho elidala lizovalwa amasonto amathathu. Abahlali bazosebenzisa isikebhe samahhala. Izikhulu zithi umsebenzi "
        "ungase uthathe isikhathi eside kunalokho okulindelekile."
    )
    assert len(zulu.split()) >= language.LONG and tags(zulu, DRAFT, DRAFT, "Durban") == ["und"] + [ENGLISH] * 3
    assert tags(f"{zulu} " * 20) == ["und"]  # of which no more than the beginning is looked at
    assert tags(zulu, "Durban") == ["und", "und"] and tags("Durban, eThekwini") == [ENGLISH]


def test_words_that_are_put_together_from_marks_are_the_same() -> None:
    assert tags(SENTENCES["pl"].replace("ż", "z\u0307")) == ["pl"]


def test_no_small_word_is_english_and_another_language_s() -> None:
    known = tongues.load()
    assert not known.english & known.words.keys()
    assert set(known.written.values()) <= {"", *known.scripts}
    for word, found in known.words.items():
        run = tongues.runs().match(word)
        assert {known.written[tag] for tag in found} == {run.lastgroup if run else ""}, word
    assert all(word == word.lower() and word.strip() for word in known.words)


def test_a_foreign_document_has_no_findings_and_no_figures_and_says_so() -> None:
    document = hedgescan.scan(FRENCH, "draft.txt")
    first, second = document.sentences
    assert [FRENCH[item.start : item.end] for item in document.sentences] == [item.text for item in document.sentences]
    assert " ".join(item.text for item in document.sentences) == FRENCH and (first.index, second.index) == (1, 2)
    assert document.language == second.language == "fr" and (document.scores, second.scores, second.sentiment) == (None, None, None)
    assert not (second.hedges or second.boosters or second.attributions or second.chains or second.flags or document.sources)
    assert document.summary.sentences_by_language == {"fr": 2} and document.summary.sentences == 2
    assert document.notices == ("not English: 2 of 2 sentences (French 2), which are listed but not scored; --language en reads them all the same",)


def test_english_around_a_foreign_paragraph_is_read_as_if_that_were_not_there() -> None:
    mixed, alone = hedgescan.scan(f"{DRAFT}\n\n{FRENCH}\n\n{DRAFT}"), hedgescan.scan(f"{DRAFT}\n\n{DRAFT}")
    assert [item.language for item in mixed.sentences] == [ENGLISH] * 2 + ["fr"] * 2 + [ENGLISH] * 2
    assert [item.index for item in mixed.sentences] == [1, 2, 3, 4, 5, 6] and mixed.sentences[2].paragraph == 2
    assert all(one.end <= two.start for one, two in zip(mixed.sentences, mixed.sentences[1:], strict=False))
    read = [item for item in mixed.sentences if item.language == ENGLISH]
    assert [item.scores for item in read] == [item.scores for item in alone.sentences]
    assert mixed.scores == alone.scores and mixed.language == ENGLISH
    assert (mixed.summary.hedged, mixed.summary.attributed) == (alone.summary.hedged, alone.summary.attributed)


def test_nobody_is_given_english_words_that_stand_beyond_a_foreign_paragraph() -> None:
    told = "The minister, Ada Roe, wrote on Tuesday:"
    quote, sign = "“We will close the bridge on Sunday.”", "— Jon Poe"
    for between, given in (("", 1), (f"{FRENCH}\n\n", 0)):
        first = hedgescan.scan(f"{told}\n\n{between}{quote}").sentences[0]
        assert [len(item.content) for item in first.attributions] == [given]
        assert len(hedgescan.scan(f"{quote}\n\n{between}{sign}").sources) == given


def test_what_is_said_to_be_english_is_read_as_english() -> None:
    document = hedgescan.scan(FRENCH, language="en")
    assert document.scores and all(item.scores for item in document.sentences) and not document.notices
    with pytest.raises(ValueError, match="'auto' or 'en', not 'fr'"):
        hedgescan.scan(FRENCH, language="fr")


def test_chinese_and_hindi_sentences_end_at_their_own_stops() -> None:
    text = "市长星期二说，旧桥将关闭。渡轮是免费的。\n\nमेयर ने कहा कि पुल बंद रहेगा। यह तय नहीं है।"
    assert [item.text for item in hedgescan.scan(text).sentences] == [
        "市长星期二说，旧桥将关闭。", "渡轮是免费的。", "मेयर ने कहा कि पुल बंद रहेगा।", "यह तय नहीं है।",
    ]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Drafts in French, in English, and in both."""
    (tmp_path / "fr.txt").write_text(FRENCH + "\n", encoding="utf-8")
    (tmp_path / "en.txt").write_text(DRAFT + "\n", encoding="utf-8")
    (tmp_path / "mixed.md").write_text(f"# Bridge\n\n{DRAFT}\n\n> {FRENCH}\n", encoding="utf-8")
    return tmp_path


def test_each_file_is_warned_about_once_also_when_it_is_recalled_or_comes_from_a_worker(run: Run, folder: Path) -> None:
    once = {"HEDGESCAN_NO_CACHE": "", "HEDGESCAN_CACHE_DIR": str(folder / "kept")}
    first = run("-f", "json", "-j", "2", "fr.txt", "en.txt", "mixed.md", **once)
    again = run("-f", "json", "fr.txt", "en.txt", "mixed.md", **once)
    assert first.returncode == again.returncode == 0
    assert first.stdout == again.stdout and first.stderr == again.stderr
    lines = first.stderr.decode().splitlines()
    assert len(lines) == 2 and lines[0].startswith("hedgescan: fr.txt: not English: 2 of 2 sentences (French 2)")
    assert lines[1].startswith("hedgescan: mixed.md: not English: 2 of 5 sentences (French 2)") and "--language en" in lines[1]
    french, english, mixed = json.loads(first.stdout)["documents"]
    assert [french["language"], english["language"], mixed["language"]] == ["fr", "en", "en"]
    assert set(french["scores"]) == set(english["scores"]) and not any(french["scores"].values()) and mixed["scores"]["hedge"] > 0
    assert set(french["sentences"][0]["scores"].values()) == set(french["sentences"][0]["sentiment"].values()) == {None}
    overruled = run("-f", "json", "--language", "en", "fr.txt", **once)  # the option is part of what an entry is kept under
    assert overruled.stderr == b"" and json.loads(overruled.stdout)["documents"][0]["scores"]["support"] > 0
    assert run("-q", "fr.txt", **once).stderr == b""


def test_a_foreign_draft_does_not_pass_a_check_in_silence(run: Run, folder: Path) -> None:
    done = run("check", "--format", "json", "--fail-under", "verifiability=99", "fr.txt")
    assert done.returncode == 0 and b"fr.txt: not English" in done.stderr and b"1 file checked, 0 found, 0 to mend, 1 not English" in done.stderr
    assert json.loads(done.stdout)["documents"][0]["language"] == "fr"
    (folder / "hedgescan.toml").write_text('language = "en"\n')
    read = run("check", "--fail-under", "verifiability=99", "fr.txt")
    assert read.returncode == 1 and b"not English" not in read.stderr
    (folder / "hedgescan.toml").write_text('language = "fr"\n')
    wrong = run("check", "fr.txt")
    assert wrong.returncode == 2 and b"hedgescan.toml: language: should be auto, or en to read all as English, not 'fr'" in wrong.stderr


def test_tables_leave_the_figures_of_a_foreign_sentence_empty(run: Run, folder: Path) -> None:
    table = run("--sort", "gap", "mixed.md").stdout.decode()
    rows = [line for line in table.splitlines() if "(French)" in line]
    assert len(rows) == 2 and not any(mark in rows[0] for mark in ("0.00", "60")) and "2 not English" in table
    assert "not scored, since no sentence is English" in run("fr.txt").stdout.decode()
    cells = [line.split(",") for line in run("-f", "csv", "fr.txt").stdout.decode().splitlines()]
    assert cells[0][-1] == "language" and cells[1][-1] == "fr" and cells[1][4:12] == [""] * 8
    assert run("sources", "mixed.md").returncode == run("--explain", "mixed.md").returncode == 0
    changed = run("diff", "-f", "json", "en.txt", "fr.txt")
    assert changed.returncode == 0 and b"fr.txt: not English" in changed.stderr
    assert set(json.loads(changed.stdout)["new"]["scores"].values()) == {None}


def test_of_records_each_is_told_and_of_a_text_in_parts_the_whole(run: Run, folder: Path) -> None:
    rows = "".join(json.dumps({"body": text}) + "\n" for text in (DRAFT, FRENCH))
    done = run("--field", "body", "--input-format", "jsonl", "-f", "jsonl", stdin=rows.encode())
    assert [json.loads(line)["language"] for line in done.stdout.splitlines()] == ["en"] * 2 + ["fr"] * 2
    assert done.stderr.decode().count("not English") == 1
    paragraphs = 2 * SECTION // len(RUSSIAN) + 100
    (folder / "long.txt").write_text(f"{RUSSIAN}\n\n" * paragraphs, encoding="utf-8")
    long = run("-f", "csv", "long.txt")
    assert len(long.stdout.splitlines()) == 2 * paragraphs + 1
    assert long.stderr.decode().count("not English") == 1 and f"{2 * paragraphs} of {2 * paragraphs} sentences" in long.stderr.decode()


SAYINGS = [
    # source, what each paragraph is taken for
    ("<html lang='fr-CA'><p>Emmanuel Macron<p>Durban", ["fr", "fr"]),
    ("<html><body xml:lang='zu'><p>Imeya ithe ngoLwesibili", ["zu"]),
    (f"<html lang=en><p>Emmanuel Macron<p>{DRAFT}<p>{FRENCH}<p>{FRENCH}", ["en", "en", "fr", "fr"]),
    (f"<html lang=en><p>Emmanuel Macron<p>{FRENCH}", ["fr", "fr"]),
    (f"<html lang=de><p>Mayor Quits<p>{DRAFT}", ["en", "en"]),
    (f"<p lang=fr>The show must go on.<p>{DRAFT}", ["fr", "en"]),
    ("<p><i lang=fr>Le Monde</i> said on Tuesday that the bridge may close.", ["en"]),
    (f"<div lang=fr><p>Emmanuel Macron<p lang=en>Durban<p lang=''>Paris</div><p>{DRAFT}", ["fr", "en", "en", "en"]),
    (f"<p>{FRENCH}<p>{FRENCH}<p lang=en-GB>Mayor Quits", ["fr", "fr", "en"]),
    ("<html lang='English'><p>Durban", ["en"]),
    ("<html lang='{{ page.lang }}'><p>Durban", ["en"]),
    ("<html lang='und'><p>Durban", ["en"]),
    ("---\nlang: fr\n---\nEmmanuel Macron\n", ["fr"]),
    ('+++\nlanguage = "pt-BR"\n+++\nLula da Silva\n', ["pt"]),
    (f"---\nlang: en\n---\n{FRENCH}\n", ["fr"]),
    ("<p lang=fr>Durban</p>\n\nDurban, the mayor said.\n", ["fr", "en"]),
]


@pytest.mark.parametrize(("source", "found"), SAYINGS)
def test_what_a_document_says_of_its_language_settles_what_its_words_do_not_tell(source: str, found: list[str]) -> None:
    read = text(source.encode(), "draft.html" if source.startswith("<") and "\n" not in source else "draft.md")
    document = scan_text(read)
    assert list({item.paragraph: item.language for item in document.sentences}.values()) == found


def test_a_page_that_says_it_is_foreign_is_named_as_such(run: Run) -> None:
    done = run("-f", "json", "--stdin-filename", "a.html", stdin=b"<html lang=zu><p>Imeya ithe ngoLwesibili.")
    assert b"a.html: not English: 1 of 1 sentences (zu 1)" in done.stderr and json.loads(done.stdout)["documents"][0]["language"] == "zu"


def test_a_paragraph_without_a_word_is_listed_and_not_scored(run: Run) -> None:
    wordless = ["- - -", "12", "[3]", "•", "Page 3 of 10", "“…”", "* * *", "½ – £40", "👍"]
    near = ["Yes.", "No. 12", "p. 12 was torn out.", "Ž", "Page One"]
    draft = "\n\n".join([DRAFT, *wordless, *near])
    for more in ([], ["--language", "en"]):
        done = run("-f", "json", *more, stdin=draft.encode())
        (document,) = json.loads(done.stdout)["documents"]
        sentences = document["sentences"]
        assert (done.returncode, done.stderr) == (0, b"") and all(draft[item["start"] : item["end"]] == item["text"] for item in sentences)
        assert "".join("".join(item["text"].split()) for item in sentences) == "".join(draft.split())
        assert [item["text"] for item in sentences if item["language"] == "zxx"] == wordless
        assert all((item["scores"]["support"] is None) == (item["language"] == "zxx") for item in sentences)
        assert document["language"] == "en" and document["summary"]["sentences_by_language"]["zxx"] == len(wordless)
    table = run(stdin=f"{DRAFT}\n\n- - -\n".encode()).stdout.decode()
    assert "(no words)" in table and "not English" not in table
    checked = run("check", "--select", "share-anonymous", stdin=b"* * *\n")
    assert checked.returncode == 0 and b"not English" not in checked.stderr


def test_lines_without_a_word_do_not_hide_in_what_language_the_rest_is() -> None:
    assert tags("Emmanuel Macron", FRENCH, *["1,234 1,234 1,234"] * 40) == ["fr", "fr", *["zxx"] * 40]


def test_the_pieces_of_an_endless_paragraph_stay_in_order_whatever_language_each_is_in() -> None:
    source = " ".join([f"{FRENCH} " * (LONGEST // len(FRENCH)), f"{DRAFT} " * 100])
    sentences = hedgescan.scan(source).sentences
    assert {item.paragraph for item in sentences} == {1} and [item.language for item in sentences][:: len(sentences) - 1] == ["fr", ENGLISH]
    assert all(one.end <= two.start for one, two in pairwise(sentences))
