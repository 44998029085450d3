package locale_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// A day said by its number alone is the next such day, and a time behind a day stays in the text.
func TestADayByItsNumberAndATimeBehindADay(t *testing.T) {
	today := core.NewDate(2026, 11, 23) // a Monday
	friday, tomorrow, fifth := core.NewDate(2026, 11, 27), core.NewDate(2026, 11, 24), core.NewDate(2026, 12, 5)
	for _, c := range []struct {
		text, title string
		due         core.Date
	}{
		{"send the slides by the 5th", "send the slides", fifth},
		{"send the slides by 5th", "send the slides", fifth},
		{"send the slides by the 5th.", "send the slides", fifth},
		{"send the slides before the 23rd", "send the slides", today},
		{"send the slides by the 31st", "send the slides", core.NewDate(2026, 12, 31)},
		{"прислать слайды к 5-му", "прислать слайды", fifth},
		{"прислать слайды до 5-го", "прислать слайды", fifth},
		{"прислать слайды к 5 числу", "прислать слайды", fifth},
		{"прислать слайды до 25 числа", "прислать слайды", core.NewDate(2026, 11, 25)},
		{"send the slides by Friday 5pm", "send the slides by 5pm", friday},
		{"send the slides by Friday 5 pm", "send the slides by 5 pm", friday},
		{"send the slides by Friday at 17:00", "send the slides at 17:00", friday},
		{"send the slides by Friday at 5", "send the slides at 5", friday},
		{"call tomorrow 9:30", "call 9:30", tomorrow},
		{"call on Friday noon", "call noon", friday},
		{"прислать слайды к пятнице 17:00", "прислать слайды к 17:00", friday},
		{"прислать слайды к пятнице в 17", "прислать слайды в 17", friday},
		{"позвонить завтра в 9:30", "позвонить в 9:30", tomorrow},
		{"прислать слайды к пятнице к 5 вечера", "прислать слайды к 5 вечера", friday},
		// and these are none
		{"cut the draft by 5", "cut the draft by 5", core.Date{}},
		{"read on to the 5th", "read on to the 5th", core.Date{}},
		{"by the 5th chapter say what you think", "by the 5th chapter say what you think", core.Date{}},
		{"перейти к 5-му пункту", "перейти к 5-му пункту", core.Date{}},
		{"send the draft by the 32nd", "send the draft by the 32nd", core.Date{}},
		{"run 5 km at 17:00", "run 5 km at 17:00", core.Date{}},
	} {
		if p := locale.ParsePromise(c.text, today, circle(), pid(9)); p.Title != c.title || p.Due != c.due {
			t.Errorf("%q: %q by %s; want %q by %s", c.text, p.Title, p.Due, c.title, c.due)
		}
	}
	if p := locale.ParsePromise("call by the 31st", core.NewDate(2026, 6, 1), nil, pid(9)); p.Due != core.NewDate(2026, 7, 31) {
		t.Errorf("due %s", p.Due)
	}
}

// Two or more names before the colon name each of them; where one of them is nobody's, that is told of as ever.
func TestALineForEachOfSeveral(t *testing.T) {
	today := core.NewDate(2026, 11, 23)
	for _, c := range []struct {
		text, title string
		each        []byte
	}{
		{"Amina and Chen: slides by Monday", "slides", []byte{1, 6}},
		{"Amina, Chen and me: slides", "slides", []byte{1, 6, 9}},
		{"Amina & Chen Wei — slides", "slides", []byte{1, 6}},
		{"Иван и Мария: слайды к понедельнику", "слайды", []byte{2, 3}},
		{"Ивану, Марии и мне: слайды", "слайды", []byte{2, 3, 9}},
		{"Amina: slides", "slides", nil},
		{"Amina and Bob: slides", "Amina and Bob: slides", nil},
		{"Amina and Yusuf: slides", "Amina and Yusuf: slides", nil}, // one person
		{"salt and pepper: too much", "salt and pepper: too much", nil},
	} {
		p := locale.ParsePromise(c.text, today, circle(), pid(9))
		var got []byte
		for _, id := range p.Each {
			got = append(got, id[15])
		}
		if string(got) != string(c.each) || p.Title != c.title || len(got) > 0 && p.Owner != p.Each[0] {
			t.Errorf("%q: %v, %q; want %v, %q", c.text, got, p.Title, c.each, c.title)
		}
	}
}
