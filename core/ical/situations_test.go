package ical

import (
	"fmt"
	"strings"
	"time"

	"mentorbook/core"
)

// situation is one invitation and what a reader should find in it.
type situation struct {
	name   string
	give   core.Invitation
	want   core.Invitation // as give, but for what is cleaned
	python bool            // whether Python's icalendar can read its texts
}

func at(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		panic(err)
	}
	return t
}

func civil(s string, z core.Zone) time.Time {
	c, err := core.ParseCivil(s)
	if err != nil {
		panic(err)
	}
	t, err := c.In(z)
	if err != nil {
		panic(err)
	}
	return t
}

// plain is the invitation that all others differ from in one thing.
func plain() core.Invitation {
	return core.Invitation{
		Method:      core.MethodRequest,
		UID:         "0192f3a0-7b1c-7d5e-9a44-2f6c1e0b8d11@mentorbook",
		Stamp:       at("2026-11-20T09:30:00Z"),
		Start:       at("2026-11-23T14:00:00Z"),
		End:         at("2026-11-23T14:45:00Z"),
		Title:       "Amina and Darya: first steps in management",
		Description: "Agenda:\n1. How the week went\n2. The offer",
		Place:       "Room 4",
		Link:        "https://meet.example.org/amina-darya",
		Organizer:   core.Party{Name: "Amina Yusuf", Email: "amina@example.org", Zone: "Africa/Lagos"},
		Guests:      []core.Party{{Name: "Дарья Лебедева", Email: "darya@example.org", Zone: "Asia/Yekaterinburg"}},
		Reminders:   core.Reminders{15},
		Language:    core.English,
	}
}

type change struct {
	name   string
	edit   func(v *core.Invitation)
	read   func(v *core.Invitation) // nil: as it was written
	python bool
}

// situations gives every change under every method.
func situations() []situation {
	var out []situation
	for i, c := range changes() {
		for _, m := range []core.Method{core.MethodRequest, core.MethodPublish, core.MethodCancel, core.MethodUninvite} {
			give, want := plain(), plain()
			c.edit(&give)
			c.edit(&want)
			if c.read != nil {
				c.read(&want)
			}
			for _, v := range []*core.Invitation{&give, &want} {
				v.Method = m
				v.UID = fmt.Sprintf("%s-%02d%s", v.UID, i, m)
			}
			switch m {
			case core.MethodPublish:
				want.Guests = nil
			case core.MethodUninvite: // in a file it is a CANCEL that names those alone whom it is for
				want.Method = core.MethodCancel
			}
			out = append(out, situation{c.name + " " + string(m), give, want, c.python})
		}
	}
	return out
}

func changes() []change {
	none := func(*core.Invitation) {}
	list := []change{
		{"plain", none, nil, true},
		{"a reason", func(v *core.Invitation) { v.Reason = "I am ill; sorry, all!\nAmina" }, nil, true},
		{"no place", func(v *core.Invitation) { v.Place = "" }, nil, true},
		{"no link", func(v *core.Invitation) { v.Link = "" }, nil, true},
		{"neither place nor link", func(v *core.Invitation) { v.Place, v.Link = "", "" }, nil, true},
		{"no description", func(v *core.Invitation) { v.Description = "" }, nil, true},
		{"neither text nor link", func(v *core.Invitation) { v.Description, v.Link, v.Place = "", "", "" }, nil, true},
		{"link in the description", func(v *core.Invitation) { v.Description = "Here: " + v.Link + ", bring notes" }, nil, true},
		{"a longer link in the description", func(v *core.Invitation) { v.Description = v.Link + "-and-more" }, nil, true},
		{"link with marks", func(v *core.Invitation) { v.Link = "https://meet.example.org/a;b,c?x=1&y=%D0%B6#z" }, nil, true},
		{"link in Cyrillic", func(v *core.Invitation) { v.Link = "https://встреча.example.org/комната/5" }, nil, true},
		{"link by phone", func(v *core.Invitation) { v.Link = "tel:+15550100" }, nil, true},
		{"link to a file", func(v *core.Invitation) { v.Link = "file:///srv/room" }, nil, true},
		{"link that is a word", func(v *core.Invitation) { v.Link = "ask Amina; she knows, \\o/" }, nil, true},
		{"third message", func(v *core.Invitation) { v.Sequence = 2 }, nil, true},
	}
	list = append(list, peopleChanges()...)
	list = append(list, textChanges()...)
	return append(list, timeChanges()...)
}

func peopleChanges() []change {
	guest := func(name string) func(v *core.Invitation) {
		return func(v *core.Invitation) { v.Guests[0].Name, v.Organizer.Name = name, name }
	}
	return []change{
		{"twelve guests", func(v *core.Invitation) {
			for i := range 11 {
				v.Guests = append(v.Guests, core.Party{Name: fmt.Sprintf("Гость %d, младший", i+2), Email: fmt.Sprintf("guest%d@example.org", i+2)})
			}
		}, nil, true},
		{"one address twice", func(v *core.Invitation) {
			v.Guests = append(v.Guests, core.Party{Name: "Again", Email: "DARYA@example.org"})
		}, func(v *core.Invitation) { v.Guests = v.Guests[:1] }, true},
		{"no names", guest(""), nil, true},
		{"names with marks", guest(`Yusuf, Amina; "Mina": 5^2 ^n`), nil, true},
		{"names with emoji", guest("Дарья 👩🏽‍💻 Лебедева 🇷🇸"), nil, true},
		{"long names", guest(strings.Repeat("Константинопольская ", 9) + "Анна"), nil, true},
		{
			"names with line ends", guest("Eve\r\nATTENDEE:mailto:evil@example.org"),
			guest("Eve ATTENDEE:mailto:evil@example.org"), true,
		},
		{
			"names with quotes and line ends", guest("Eve\":mailto:evil@example.org\nX-EVIL;A=\"\u0000\u001b\u0085"),
			guest("Eve\":mailto:evil@example.org X-EVIL;A=\""), true,
		},
		{"addresses with marks", func(v *core.Invitation) {
			v.Guests[0].Email, v.Organizer.Email = "o'neil+a=b%c/d?e#f&g@example.org", "{x}|^_`~!$*@sub.example.org"
		}, nil, true},
		{"addresses in Cyrillic", func(v *core.Invitation) { v.Guests[0].Email = "дарья@пример.example" }, nil, true},
	}
}

func textChanges() []change {
	long := strings.Repeat("Договорились: пишем, читаем; и спорим 🙂 e\u0301. ", 120)
	everywhere := func(s string) func(v *core.Invitation) {
		return func(v *core.Invitation) { v.Title, v.Description, v.Place = s, s, s }
	}
	evil := "Plan\r\nATTENDEE:mailto:evil@example.org\r\nEND:VEVENT\r\nBEGIN:VEVENT"
	return []change{
		{"Russian", func(v *core.Invitation) {
			v.Title, v.Place, v.Language = "Наставничество: разговор о плане; начало, цели", "ул. Садовая, 5; вход со двора", core.Russian
			v.Description = "Повестка:\n1. Что было\n2. Что дальше"
		}, nil, true},
		{"marks", everywhere(`a, b; c: d "e" 'f' \ g\h ^' %`), nil, true},
		{"escapes", everywhere(`C:\new\, \N; \\ \; %2C`), nil, false}, // it takes \\n for a line end, %2C for a comma
		{"5,000 letters", func(v *core.Invitation) { v.Description = strings.TrimSpace(long) }, nil, true},
		{"one long word", func(v *core.Invitation) { v.Description = strings.Repeat("щ", 5000) }, nil, true},
		{"a letter of many accents", func(v *core.Invitation) { v.Description = "a" + strings.Repeat("\u0301", 500) }, nil, true},
		{"emoji", everywhere(strings.Repeat("👩‍👩‍👧‍👦🇷🇸👍🏾", 6)), nil, true},
		{"many spaces", func(v *core.Invitation) { v.Description = "a" + strings.Repeat(" ", 300) + "b" }, nil, true},
		{"empty lines", func(v *core.Invitation) { v.Description = "a\n\n\n\tb" }, nil, true},
		{"injection", everywhere(evil), func(v *core.Invitation) {
			s := strings.ReplaceAll(evil, "\r\n", " ")
			v.Title, v.Place, v.Description = s, s, strings.ReplaceAll(evil, "\r\n", "\n")
		}, true},
		{"separators", everywhere("a\u2028b\u2029BEGIN:VALARM\vc\fd\u0085e\rf"), func(v *core.Invitation) {
			v.Title, v.Description = "a b BEGIN:VALARM c d e f", "a\nb\nBEGIN:VALARM\nc\nd\ne\nf"
			v.Place = v.Title
		}, true},
		{"not UTF-8", everywhere("a\xff\xfeb\xc3"), everywhere("a\uFFFDb\uFFFD"), true},
		{"link with line ends", func(v *core.Invitation) { v.Link = "https://x.example/\r\nX-EVIL:1" }, func(v *core.Invitation) {
			v.Link = "https://x.example/ X-EVIL:1"
		}, true},
	}
}

func timeChanges() []change {
	when := func(from, to string, z core.Zone) func(v *core.Invitation) {
		return func(v *core.Invitation) { v.Start, v.End, v.Organizer.Zone = civil(from, z), civil(to, z), z }
	}
	remind := func(n ...int) func(v *core.Invitation) { return func(v *core.Invitation) { v.Reminders = n } }
	return []change{
		{"New York", when("2026-07-01T09:00", "2026-07-01T10:00", "America/New_York"), nil, true},
		{"Kathmandu, over midnight", when("2026-07-01T23:30", "2026-07-02T00:15", "Asia/Kathmandu"), nil, true},
		{"before Berlin's clocks go forward", when("2026-03-29T01:30", "2026-03-29T03:30", "Europe/Berlin"), nil, true},
		{"in the hour that Berlin skips", when("2026-03-29T02:30", "2026-03-29T04:00", "Europe/Berlin"), nil, true},
		{"in the hour that Berlin has twice", when("2026-10-25T02:30", "2026-10-25T03:30", "Europe/Berlin"), nil, true},
		{"Lord Howe's half hour", when("2026-04-05T01:45", "2026-04-05T02:45", "Australia/Lord_Howe"), nil, true},
		{"a leap day", when("2028-02-29T10:00", "2028-02-29T11:00", "Europe/Moscow"), nil, true},
		{"a week", when("2026-06-01T09:00", "2026-06-08T09:00", "Asia/Tokyo"), nil, true},
		{"parts of seconds", func(v *core.Invitation) {
			v.Start, v.Stamp = v.Start.Add(900*time.Millisecond), v.Stamp.Add(time.Nanosecond)
		}, nil, true},
		{"no reminder", remind(), nil, true},
		{"a reminder of a minute", remind(1), nil, true},
		{"a reminder of an hour and a half", remind(90), nil, true},
		{"a reminder of a day", remind(1440), nil, true},
		{"reminders of a day, an hour and five minutes", remind(1440, 60, 5), nil, true},
	}
}
