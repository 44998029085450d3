package core_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"mentorbook/core"
)

func TestPersonValidate(t *testing.T) {
	plain := func(field string, get func(*core.Person) *string) []row[core.Person] {
		return texts(field, core.MaxName, false, false, get)
	}
	refuses(t, aPerson, []string{"consent.given", "archived"},
		texts("name", core.MaxName, true, false, func(p *core.Person) *string { return &p.Name }),
		plain("given_name", func(p *core.Person) *string { return &p.GivenName }),
		plain("middle_name", func(p *core.Person) *string { return &p.MiddleName }),
		plain("family_name", func(p *core.Person) *string { return &p.FamilyName }),
		plain("address_as", func(p *core.Person) *string { return &p.Address }),
		plain("organisation", func(p *core.Person) *string { return &p.Organisation }),
		plain("job_title", func(p *core.Person) *string { return &p.JobTitle }),
		plain("origin", func(p *core.Person) *string { return &p.Origin }),
		plain("phones.1", func(p *core.Person) *string { return &p.Phones[0] }),
		texts("consent.words", core.MaxLine, false, false, func(p *core.Person) *string { return &p.Consent.Words }),
		choices("pronoun", func(p *core.Person) *core.Pronoun { return &p.Pronoun }, "", core.PronounShe, core.PronounHe, core.PronounThey),
		choices("language", func(p *core.Person) *core.Language { return &p.Language }, "", core.English, core.Russian),
		figures("work.1.from", 0, 1440, func(p *core.Person) *int { return &p.Work[0].From }),
		figures("work.1.to", 0, 1440, func(p *core.Person) *int { return &p.Work[0].To }),
		[]row[core.Person]{
			{"six days of work", func(p *core.Person) { p.Work = p.Work[:6] }, "bad_number work", ""},
			{"no days of work", func(p *core.Person) { p.Work = nil }, "", ""},
		},
		figures("quiet.from", 0, 1440, func(p *core.Person) *int { return &p.Quiet.From }),
		figures("quiet.to", 0, 1440, func(p *core.Person) *int { return &p.Quiet.To }),
		dates("birthday", false, func(p *core.Person) *core.Date { return &p.Birthday }),
		dates("consent.on", false, func(p *core.Person) *core.Date { return &p.Consent.On }),
		addresses("links.1", func(p *core.Person) *string { return &p.Links[0] }),
		[]row[core.Person]{
			{
				"no name, two bad addresses and a bad zone", func(p *core.Person) { p.Name, p.Emails, p.Zone = "", []string{"a", "b"}, "x" },
				"required name; bad_email emails.1; bad_email emails.2; bad_zone zone", "",
			},
			{"two empty addresses", func(p *core.Person) { p.Emails = []string{"", ""} }, "required emails.1; required emails.2", ""},
			{"one address twice", func(p *core.Person) { p.Emails = []string{"a@example.org", "b@example.org", "A@Example.ORG"} }, "duplicate emails.3", ""},
			{"one domain in two spellings", func(p *core.Person) { p.Emails = []string{"a@пример.рф", "a@xn--e1afmkfd.xn--p1ai"} }, "duplicate emails.2", ""},
			{"too many addresses", func(p *core.Person) { p.Emails = many("a@example.org") }, "too_many emails", "emails"},
			{"too many numbers", func(p *core.Person) { p.Phones = many("1") }, "too_many phones", ""},
			{"too many links", func(p *core.Person) { p.Links = many("https://example.org") }, "too_many links", ""},
			{"Local", func(p *core.Person) { p.Zone = "Local" }, "bad_zone zone", ""},
			{"no zone is unknown", func(p *core.Person) { p.Zone = "" }, "", ""},
			{"a name alone", func(p *core.Person) { *p = core.Person{Name: "X"} }, "", ""},
		},
	)
}

// A map's order would tell the same problems in another order each time.
func TestProblemsKeepTheirOrder(t *testing.T) {
	p := &core.Person{GivenName: "\x00", MiddleName: "\x00", FamilyName: "\x00", Address: "\x00", Organisation: "\x00", JobTitle: "\x00", Origin: "\x00"}
	a := &core.Agreement{Frequency: "\x00", Channels: "\x00", Confidentiality: "\x00", Exceptions: "\x00", Reporting: "\x00", Boundaries: "\x00"}
	m := &core.Meeting{}
	firstP, firstA, firstM := told(p.Validate()), told(a.Validate()), told(m.Validate())
	for range 50 {
		if told(p.Validate()) != firstP || told(a.Validate()) != firstA || told(m.Validate()) != firstM {
			t.Fatal("the same record is refused in another order")
		}
	}
}

func TestEmail(t *testing.T) {
	if got := aPerson().Email(); got != "amina@example.org" {
		t.Errorf("%q is not the first address", got)
	}
	if got := (&core.Person{Name: "X"}).Email(); got != "" {
		t.Errorf("%q of nobody's", got)
	}
}

func TestShortName(t *testing.T) {
	for _, c := range []struct{ address, given, name, want string }{
		{"Иван Сергеевич", "Иван", "Иван Петров", "Иван Сергеевич"},
		{" ", "Иван", "Иван Петров", "Иван"},
		{"", "", "Иван Петров", "Иван Петров"},
		{"", "\t", "Иван Петров", "Иван Петров"},
	} {
		p := core.Person{Address: c.address, GivenName: c.given, Name: c.name}
		if got := p.ShortName(); got != c.want {
			t.Errorf("%+v is called %q", c, got)
		}
	}
}

func TestInitials(t *testing.T) {
	for name, want := range map[string]string{
		"Amina Yusuf": "AY", "amina": "A", "Anna Maria van Dyk": "AD", "  Пётр   ёлкин ": "ПЁ", "": "", "   ": "",
		"Amina Yusuf (Lindenwerk)": "AL", "«Иван» Петров": "ИП", "Anna 💐": "A", "💐": "💐", "()": "(", "李 雷": "李雷",
		"élan zoe": "ÉZ", "e\u0301lan": "E\u0301", "e\u0301\u0302\u0303lan": "E\u0301", "é.o": "É", "\xff\xfe": "\uFFFD", "3M Company": "3C",
	} {
		if got := (&core.Person{Name: name}).Initials(); got != want {
			t.Errorf("the initials of %q are %q, want %q", name, got, want)
		}
	}
}

func TestInitialsAreShort(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringMatching(`[\x00-\xff]{0,9}`)).Draw(t, "name")
		if got := []rune(core.Initials(s)); len(got) > 6 {
			t.Fatalf("%q is too much for an avatar", string(got))
		}
		if core.Initials(s) == "" && strings.TrimSpace(s) != "" {
			t.Fatal("a name without a sign")
		}
	})
}

func TestHoursContain(t *testing.T) {
	for _, c := range []struct {
		from, to int
		in, out  []int
	}{
		{22 * 60, 8 * 60, []int{22 * 60, 23*60 + 59, 0, 7*60 + 59}, []int{8 * 60, 12 * 60, 21*60 + 59}},
		{12 * 60, 13 * 60, []int{12 * 60, 12*60 + 59}, []int{0, 11*60 + 59, 13 * 60, 23 * 60}},
		{0, 24 * 60, []int{0, 720, 1439}, nil},
		{20 * 60, 24 * 60, []int{20 * 60, 1439}, []int{0, 20*60 - 1}},
		{20 * 60, 0, []int{20 * 60, 1439}, []int{0, 20*60 - 1}},
		{9 * 60, 9 * 60, nil, []int{0, 9 * 60, 9*60 + 1, 1439}},
		{0, 0, nil, []int{0, 1, 1439}},
	} {
		h := core.Hours{From: c.from, To: c.to}
		for _, m := range c.in {
			if !h.Contain(m) {
				t.Errorf("%v lacks %d", h, m)
			}
		}
		for _, m := range c.out {
			if h.Contain(m) {
				t.Errorf("%v has %d", h, m)
			}
		}
	}
	if !(core.Hours{}).IsZero() || (core.Hours{To: 1}).IsZero() {
		t.Error("no span is none")
	}
}

// A span and the one that begins where it ends make the whole day, without a minute in both.
func TestHoursAndTheRestOfTheDay(t *testing.T) {
	minute := rapid.IntRange(0, 1439)
	rapid.Check(t, func(t *rapid.T) {
		a, b, m := minute.Draw(t, "a"), minute.Draw(t, "b"), minute.Draw(t, "m")
		if a == b {
			t.Skip("no span")
		}
		if (core.Hours{From: a, To: b}).Contain(m) == (core.Hours{From: b, To: a}).Contain(m) {
			t.Fatal("in both or in none")
		}
	})
}

func TestWorkOn(t *testing.T) {
	p := aPerson()
	if p.WorkOn(time.Monday) != (core.Hours{From: 540, To: 1020}) || !p.WorkOn(time.Sunday).IsZero() || !p.WorkOn(time.Wednesday).IsZero() {
		t.Error("the hours are another day's")
	}
	p.Work = nil
	if p.WorkOn(time.Friday) != (core.Hours{From: 540, To: 1080}) || !p.WorkOn(time.Saturday).IsZero() {
		t.Error("the hours of somebody whose hours are not known")
	}
}

func TestHasEmail(t *testing.T) {
	p := &core.Person{Emails: []string{"Amina@Example.org", "amina@work.example"}}
	for email, want := range map[string]bool{"amina@example.org": true, "AMINA@WORK.EXAMPLE": true, "mina@example.org": false, "": false} {
		if p.HasEmail(email) != want {
			t.Errorf("%q: %v", email, !want)
		}
	}
}

func TestTypedName(t *testing.T) {
	for want, p := range map[string]core.Person{
		"Sasha":     {Name: "Alexandra Konstantinova", Address: "Sasha"},
		"Ann Wu":    {Name: "Ann Wu"},
		"Christoph": {Name: "Christoph von Habsburg-Lothringen"},
		"":          {Name: "Константинопольская-Воскресенская Александра"},
	} {
		if got := p.TypedName(); got != want {
			t.Errorf("%s is typed %q, not %q", p.Name, got, want)
		}
	}
}
