package search

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Élodie": "elodie", "ЁЛКА": "елка", "Zieliński": "zielinski", "Straße": "strasse", "Łódź": "lodz", "Ærø": "aero",
		"Йод": "йод", "за́мок": "замок", "plain": "plain", "A-1": "a-1", "東京": "東京",
	} {
		if got := Fold(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

func TestWordsAreFoundInAnyForm(t *testing.T) {
	for _, c := range []struct {
		query, title, body string
		found              bool
	}{
		{"meeting", "", "All meetings of May", true},
		{"meetings", "The next meeting", "", true},
		{"встреча", "", "Говорили о встречах по пятницам", true},
		{"встречи", "Встреча с Ольгой", "", true},
		{"договорённость", "", "Три договоренности открыты", true},
		{"Иваном", "Иван Петров", "", true},
		{"Петрова", "Иван Петров", "", true},
		{"zielinski", "Tomasz Zieliński", "", true},
		{"happiness", "", "happy people", true},
		{"Иванович", "Иван Петров", "", false},
		{"delegation", "", "He delegates well", true},
		{"prom", "Promotion document", "", true},
		{"motion", "Promotion document", "", false},
		{"promotion doc", "Promotion document", "", true},
		{"promotion cat", "Promotion document", "", false},
		{"amina talk", "Give a talk", "with Amina", true},
		{"", "anything", "", false},
		{"…", "anything", "", false},
		{"7", "", "7 milestones", true},
		{"o'neil", "Sean O'Neil", "", true},
	} {
		got := Parse(c.query).Score(NewDoc(c.title, c.body))
		if (got > 0) != c.found {
			t.Errorf("%q in %q, %q: %g", c.query, c.title, c.body, got)
		}
	}
}

func TestBetterHitsComeFirst(t *testing.T) {
	q := Parse("amina")
	order := []Doc{
		NewDoc("Amina Yusuf", ""), NewDoc("Note about Amina", ""), NewDoc("About Aminat", ""), NewDoc("", "with amina"), NewDoc("", "with aminat"), NewDoc("", "nobody"),
	}
	for i := 1; i < len(order); i++ {
		if q.Score(order[i-1]) <= q.Score(order[i]) {
			t.Errorf("%v (%g) does not stand before %v (%g)", order[i-1], q.Score(order[i-1]), order[i], q.Score(order[i]))
		}
	}
}

func TestSnippets(t *testing.T) {
	long := strings.Repeat("lorem ipsum dolor ", 20) + "the Promotion of Élodie " + strings.Repeat("sit amet ", 20)
	for query, want := range map[string]string{"promotions": "Promotion", "elodie": "Élodie", "nothing": "lorem"} {
		got := Parse(query).Snippet(long, 60)
		if !strings.Contains(got, want) || utf8.RuneCountInString(got) > 64 {
			t.Errorf("%s: %q", query, got)
		}
	}
	if got := Parse("b").Snippet("a\n b", 60); got != "a b" {
		t.Errorf("%q", got)
	}
}

// Whatever the text, each of its words finds it, folding twice is folding once, and a snippet is never longer than
// it may be.
func TestEveryWordFindsItsText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune(" aбвÉёЁßABcdэйИ0.-,\u0301東\n"))).Draw(t, "text")
		if Fold(Fold(text)) != Fold(text) {
			t.Fatalf("folding %q twice is not folding it once", text)
		}
		doc := NewDoc("", text)
		for _, word := range strings.Fields(text) {
			q := Parse(word)
			if !q.Empty() && q.Score(doc) == 0 {
				t.Fatalf("%q is not found in %q", word, text)
			}
			if s := q.Snippet(text, 10); utf8.RuneCountInString(s) > 12 {
				t.Fatalf("%q is too long", s)
			}
		}
	})
}

// What was typed with a slip, with the keys of the other layout or in the other letters is found behind what fits as it is.
func TestReadings(t *testing.T) {
	for _, c := range []struct {
		query, title string
		reading      int // the first that finds it; -1 for none
	}{
		{"settings", "Settings", 0},
		{"ыуеештпы", "Settings", 1},
		{"setings", "Settings", 3},
		{"settigns", "Settings", 3},
		{"setti", "Settings", 0},
		{"setin", "Settings", 3},
		{"sett", "Settings", 0},
		{"stt", "Settings", -1},
		{"ghbdtn", "Привет всем", 1},
		{"Gtnhjd", "Иван Петров", 1},
		{"петоров", "Иван Петров", 3},
		{"пертов", "Иван Петров", 3},
		{"fvbyf", "Амина Юсуф", 1},
		{"фьштф", "Amina Yusuf", 1},
		{"amnia", "Amina Yusuf", 3},
		{"anima", "Amina Yusuf", -1},
		{"amina yusif", "Amina Yusuf", 3},
		{"amina yusifi", "Amina Yusuf", -1},
		{";tyz", "Женя Орлова", 1},
		{"коф", "Kofi Asante", 2},
		{"амина", "Amina Yusuf", 2},
		{"юсуф", "Amina Yusuf", 2},
		{"чен вэй", "Chen Wei", 2},
		{"зелиньский", "Tomasz Zieliński", 2},
		{"petrov", "Иван Петров", 2},
		{"dmitry", "Дмитрий Орлов", 2},
		{"yelena", "Елена Смирнова", 2},
		{"shchuk", "Ольга Щукина", 2},
		{"mikhail", "Михаил", 2},
		{"zhenya", "Женя Орлова", 2},
		{"alexander", "Александр Орлов", 2},
		{"александр", "Alexander Ray", 2},
		{"tatiana", "Татьяна", 2},
		{"lena", "Лина Орлова", -1},
		{"planner", "Иван Петров", -1},
		{"к", "Kofi Asante", -1},
		{"cofi", "Kofi", 3},
		{"2027", "Plan 2026", -1},
		{"plan", "Clan", 3},
		{"pla", "Ola", -1},
		{"…", "Settings", -1},
	} {
		got, list := -1, Readings(c.query)
		for i, q := range list {
			if q.Score(NewDoc(c.title, "")) > 0 {
				got = i
				break
			}
		}
		if got != c.reading {
			t.Errorf("%q finds %q by reading %d of %d, want %d", c.query, c.title, got, len(list), c.reading)
		}
	}
}

// Slips are looked for in titles alone: in long texts there is a word nearly like any other.
func TestASlipIsNotLookedForInBodies(t *testing.T) {
	for _, q := range Readings("setings") {
		if q.Score(NewDoc("", "the settings of it")) > 0 {
			t.Error("found in a body")
		}
	}
}

func BenchmarkTenThousandNotes(b *testing.B) {
	var docs []Doc
	for i := range 10_000 {
		docs = append(docs, NewDoc(fmt.Sprintf("Note %d", i), strings.Repeat(fmt.Sprintf("the meeting %d went well, говорили о планах и встречах; ", i), 8)))
	}
	for b.Loop() {
		q := Parse("promotion of plans")
		for _, d := range docs {
			q.Score(d)
		}
	}
}
