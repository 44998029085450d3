package core_test

import (
	"testing"

	"pgregory.net/rapid"

	"mentorbook/core"
)

func TestNameKey(t *testing.T) {
	same := [][]string{
		{"Пётр Ёлкин", "Елкин Петр", "  ЁЛКИН,   Пётр ", "Пе\u0308тр Ёлкин"},
		{"Anna-Maria O’Brien", "O'Brien Anna Maria", "OBRIEN, Anna-Maria"},
		{"Андреи\u0306 Тихий", "тихий андрей"},
		{"⭐", " ⭐ "},
	}
	for _, names := range same {
		for _, n := range names {
			if got, want := core.NameKey(n), core.NameKey(names[0]); got != want {
				t.Errorf("NameKey(%q) = %q, want %q", n, got, want)
			}
		}
	}
	for _, pair := range [][2]string{{"Анна Белая", "Анна Белова"}, {"Ann Lee", "Ann"}, {"⭐", "☆"}} {
		if core.NameKey(pair[0]) == core.NameKey(pair[1]) {
			t.Errorf("%q and %q are taken for one", pair[0], pair[1])
		}
	}
}

func TestEmailKey(t *testing.T) {
	// The first pairs stand in RFC 3492 7.1 and in registries of domains.
	for in, want := range map[string]string{
		"Anna@Example.ORG":                               "anna@example.org",
		"иван@xn--e1afmkfd.xn--p1ai":                     "иван@пример.рф",
		"Иван@ПРИМЕР.РФ.":                                "иван@пример.рф",
		"a@XN--BCHER-KVA.example":                        "a@bücher.example",
		"a@xn--99999999999999999.example":                "a@xn--99999999999999999.example",
		"a@xn--!.example":                                "a@xn--!.example",
		"a@xn--b1abfaaepdrnnbgefbadotcwatmq2g4l.example": "a@почемужеонинеговорятпорусски.example",
		"no address":                                     "no address",
	} {
		if got := core.EmailKey(in); got != want {
			t.Errorf("EmailKey(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestKeysNeverFail(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		core.NameKey(s)
		core.EmailKey("a@xn--" + s)
		core.EmailKey(s)
	})
}

func TestMatcherFind(t *testing.T) {
	day := core.NewDate(1990, 4, 12)
	ivan := &core.Person{Name: "Иван Петров", GivenName: "Иван", MiddleName: "Сергеевич", FamilyName: "Петров", Emails: []string{"Ivan@Example.org"}, Birthday: day}
	anna := &core.Person{Name: "Anna Lee", Emails: []string{"anna@example.org", "lee@xn--e1afmkfd.xn--p1ai"}}
	twin := &core.Person{Name: "Lee Anna"}
	kim := &core.Person{Name: "Kim Doe", MiddleName: "Ray", Birthday: day}
	m := core.NewMatcher([]*core.Person{ivan, anna, twin, kim, {Name: "Kim Doe"}})
	m.Also(kim, &core.Person{Emails: []string{"kim@new.example"}})

	tests := []struct {
		name   string
		who    core.Person
		kind   core.MatchKind
		person *core.Person
		others int
	}{
		{"by address, whatever the name", core.Person{Name: "I. P.", Emails: []string{"ivan@example.ORG"}}, core.MatchEmail, ivan, 0},
		{"by a second address in its other form", core.Person{Name: "A", Emails: []string{"x@y.example", "LEE@пример.рф"}}, core.MatchEmail, anna, 0},
		{"two addresses of two people", core.Person{Name: "A", Emails: []string{"ivan@example.org", "anna@example.org"}}, core.MatchEmail, ivan, 1},
		{"by name in another order", core.Person{Name: "петров иван"}, core.MatchName, ivan, 0},
		{"by given and family name", core.Person{Name: "Ваня", GivenName: "Иван", FamilyName: "Петров"}, core.MatchName, ivan, 0},
		{"an initial agrees", core.Person{Name: "Иван Петров", MiddleName: "С."}, core.MatchName, ivan, 0},
		{"another patronymic", core.Person{Name: "Иван Петров", MiddleName: "Олегович"}, core.MatchNone, nil, 0},
		{"another birthday", core.Person{Name: "Иван Петров", Birthday: day.AddDays(1)}, core.MatchNone, nil, 0},
		{"two of one name", core.Person{Name: "anna lee"}, core.MatchName, anna, 1},
		{"an address of two, and the name of one", core.Person{Name: "Lee, Anna", Emails: []string{"ivan@example.org", "anna@example.org"}}, core.MatchEmail, anna, 0},
		{"two of one name, and the birthday of one", core.Person{Name: "Kim Doe", Birthday: day}, core.MatchName, kim, 0},
		{"two of one name, and the patronymic of one", core.Person{Name: "Kim Doe", MiddleName: "Ray"}, core.MatchName, kim, 0},
		{"two of one name, and nothing more", core.Person{Name: "Kim Doe"}, core.MatchName, kim, 1},
		{"by an address that another record of theirs has", core.Person{Name: "K", Emails: []string{"KIM@new.example"}}, core.MatchEmail, kim, 0},
		{"nobody", core.Person{Name: "Somebody Else", Emails: []string{"else@example.org"}}, core.MatchNone, nil, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := m.Find(&tt.who)
			if got.Kind != tt.kind || got.Person != tt.person || len(got.Others) != tt.others {
				t.Errorf("Find = %q %v, %d others; want %q %v, %d", got.Kind, got.Person, len(got.Others), tt.kind, tt.person, tt.others)
			}
		})
	}
	if got := m.Find(ivan); got.Kind != core.MatchNone {
		t.Errorf("somebody is found to be themselves: %+v", got)
	}
}

// Namesakes at two organisations, without an address in common, are two people.
func TestNamesakesElsewhere(t *testing.T) {
	known := &core.Person{Name: "Иван Петров", Emails: []string{"petrov@north.example"}, Organisation: "«Северный ветер»", Phones: []string{"+7 900 1234567"}, Links: []string{"https://petrov.example/"}}
	m := core.NewMatcher([]*core.Person{known})
	for _, c := range []struct {
		is   core.Person
		want core.MatchKind
	}{
		{core.Person{Name: "Иван Петров", Emails: []string{"ivan@bank.example"}, Organisation: "Bank"}, core.MatchNone},
		{core.Person{Name: "Иван Петров", Emails: []string{"ivan@bank.example"}}, core.MatchNone},
		{core.Person{Name: "Иван Петров"}, core.MatchName},
		{core.Person{Name: "Иван Петров", Emails: []string{"ivan@bank.example"}, Phones: []string{"+7 (900) 123-45-67"}}, core.MatchName},
		{core.Person{Name: "Иван Петров", Emails: []string{"ivan@bank.example"}, Phones: []string{"+7 900 765"}}, core.MatchNone},
		{core.Person{Name: "Иван Петров", Emails: []string{"ivan@bank.example"}, Links: []string{"https://Petrov.example"}}, core.MatchName},
		{core.Person{Name: "Иван Петров", Organisation: "Bank"}, core.MatchName},
		{core.Person{Name: "Иван Петров", Emails: []string{"ivan@bank.example"}, Organisation: "Северный Ветер"}, core.MatchName},
		{core.Person{Name: "Иван Петров", Emails: []string{"Petrov@north.example"}, Organisation: "Bank"}, core.MatchEmail},
	} {
		if got := m.Find(&c.is); got.Kind != c.want {
			t.Errorf("%+v: %q, not %q", c.is, got.Kind, c.want)
		} else if (got.Namesake == known) != (c.want == core.MatchNone) {
			t.Errorf("%+v: the namesake is %v", c.is, got.Namesake)
		}
	}
}

// An address in common says less where the names have no word in common: perhaps two share a mailbox.
func TestOneAddressAndUnlikeNames(t *testing.T) {
	known := []*core.Person{{Name: "Ann Bee", Emails: []string{"info@shared.example"}}}
	for name, unlike := range map[string]bool{
		"Carl Dee": true, "Dee, Carl": true, "Ann Dee": false, "A. B.": false, "Bee": false, "Anna Smith": false, "ANN BEE": false,
		"Анна Пчёлкина": false, "info@shared.example": false, "42": false, "Be Careful": false, "Карл": false,
	} {
		m := core.NewMatcher(known).Find(&core.Person{Name: name, Emails: []string{"Info@Shared.example"}})
		if m.Kind != core.MatchEmail || m.Person != known[0] || m.Unlike != unlike {
			t.Errorf("%s: %+v", name, m)
		}
	}
}
