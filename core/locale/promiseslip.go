package locale

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"mentorbook/core"
)

// maxPerhaps is how many days are proposed for one word: more would be no help.
const maxPerhaps = 3

// slipped gives the days that a text would name if one of its words were written right, the nearest; none where nothing
// in it is nearly a day. Behind a word that leads to a day more is taken for one than without.
func slipped(said, lead string, today core.Date) []NearDay {
	words := strings.Fields(said)
	if len(words) == 1 {
		if near := monthAlone(words[0], lead, today); near != nil {
			return near
		}
	}
	var out []NearDay
	best := 0
	for i, word := range words {
		for _, right := range nearWords(word, lead) {
			if len(out) > 0 && right.rank/farther > best {
				break
			}
			text := strings.Join(slices.Concat(words[:i], []string{right.word}, words[i+1:]), " ")
			d, err := ParseDue(text, today)
			if err != nil || d.Before(today) || slices.ContainsFunc(out, func(o NearDay) bool { return o.Due == d }) {
				continue
			}
			if len(out) == 0 || right.rank/farther < best {
				out, best = nil, right.rank/farther
			}
			out = append(out, NearDay{Words: text, Due: d})
		}
	}
	return out[:min(len(out), maxPerhaps)]
}

// monthAlone proposes the first of a month that is named, right or with one slip, without a day: "by March".
func monthAlone(word, lead string, today core.Date) []NearDay {
	if !strings.Contains(" by until till due before к ко до ", " "+strings.ToLower(lead)+" ") || lead == "" {
		return nil // «в марте», "on March" name no day by which something is due
	}
	plain := plainWord(word)
	for m := time.January; m <= time.December; m++ {
		forms := strings.Fields(monthForms[m])
		for _, form := range forms {
			beginning := utf8.RuneCountInString(plain) >= 3 && strings.HasPrefix(form, plain)
			slip := slipsAllowed(form) > 0 && sameStart(plain, form) && core.Slips(plain, form) == 1
			if !beginning && !slip || noDay(plain) {
				continue
			}
			text := "1 " + forms[2] // «марта», as behind a day
			if form == forms[0] {
				text = "1 " + Capital(form) // the English name
			}
			d, err := ParseDue(text, today)
			if err != nil {
				return nil
			}
			return []NearDay{{Words: text, Due: d}}
		}
	}
	return nil
}

// nearWord is a word of the calendar that may have been meant; the lower its rank the nearer.
type nearWord struct {
	word string
	rank int
}

// farther is how much one letter more counts in a rank; below it another first letter, and a case that does not fit.
const farther = 8

// nearWords gives the words of the calendar that a word is nearly, the nearest first, with a capital where they have one.
func nearWords(word, lead string) []nearWord {
	plain := plainWord(word)
	if utf8.RuneCountInString(plain) < 4 || noDay(plain) {
		return nil
	}
	var out []nearWord
	add := func(form string, name bool) {
		slips := core.Slips(plain, form)
		if slips == 0 || slips > slipsAllowed(form) {
			return
		}
		rank := slips * farther
		if !sameStart(plain, form) {
			if slips > 1 || lead == "" {
				return
			}
			rank += farther / 2
		}
		if name && !fits(form, lead) {
			rank++
		}
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) || name && form[0] < utf8.RuneSelf {
			form = Capital(form)
		}
		out = append(out, nearWord{form, rank})
	}
	for _, forms := range dayForms {
		for _, form := range strings.Fields(forms) {
			add(form, true)
		}
	}
	for _, forms := range monthForms {
		for _, form := range strings.Fields(forms) {
			add(form, true)
		}
	}
	for _, form := range strings.Fields(stepWords) {
		add(form, false)
	}
	slices.SortFunc(out, func(a, b nearWord) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), strings.Compare(a.word, b.word))
	})
	return out
}

// stepWords are the words beside the names of days and months in which a slip is seen.
const stepWords = "today tomorrow сегодня завтра послезавтра week weeks month months неделя недели неделю неделе месяц месяца месяцев"

// slipsAllowed is how many letters of a word of the calendar may be wrong: none of a short one, which many others are
// nearly.
func slipsAllowed(form string) int {
	switch n := utf8.RuneCountInString(form); {
	case n < 4:
		return 0
	case n < 9:
		return 1
	}
	return 2
}

// sameStart tells whether two words begin alike, or with their first two letters changed about: few slips are made in
// a first letter.
func sameStart(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) < 2 || len(y) < 2 {
		return false
	}
	return x[0] == y[0] || x[0] == y[1] && x[1] == y[0]
}

// noDay tells whether a word is nearly a word of the calendar and another: many days of one name, a meal, a mark.
func noDay(plain string) bool {
	return strings.Contains(" mondays tuesdays wednesdays thursdays fridays saturdays sundays sundae sundry sunder toady match marsh "+
		"понедельникам вторникам средам четвергам пятницам субботам воскресеньям средь средой "+
		"завтрак завтрака завтраку завтраки четверо четверка четверке четверку четверки четверть четверти ", " "+plain+" ")
}

// fits tells whether a name stands in the case that a Russian preposition asks for.
func fits(form, lead string) bool {
	switch strings.ToLower(lead) {
	case "к", "ко":
		return strings.Contains(" понедельнику вторнику среде четвергу пятнице субботе воскресенью ", " "+form+" ")
	case "до":
		return strings.Contains(" понедельника вторника среды четверга пятницы субботы воскресенья ", " "+form+" ")
	case "в", "во", "на":
		return strings.Contains(" понедельник вторник среду четверг пятницу субботу воскресенье ", " "+form+" ")
	}
	for _, forms := range monthForms { // «5 октября», as behind a day
		if f := strings.Fields(forms); f[2] == form {
			return true
		}
	}
	return form[0] < utf8.RuneSelf
}

func plainWord(s string) string { return strings.Trim(typed(s), ".,;!?") }
