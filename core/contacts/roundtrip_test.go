package contacts_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"mentorbook/core"
	"mentorbook/core/contacts"
)

// nasty gives lines that break carelessly written files: separators, quotes, escapes, formulas, folds.
func nasty() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.StringMatching(`[\\;,:"'=+\-@ nNа-яёa-zA-Z0-9\x{2028}\x{00A0}]{0,30}`),
		rapid.SampledFrom([]string{
			"END:VCARD", "a\\nb", `C:\new;x`, "Fjord; Sons, Ltd", "=HYPERLINK(1)", "'=1", strings.Repeat("длинно ", 28), strings.Repeat("é", 200), "и\u0306", ":::", " ::: ", `"`, ";", `\`, `\;`, "👩🏽‍🚀 x", "  two  spaces  ", "\u202A+1 555\u202C", "\u2067אב\u2069",
		}),
		rapid.StringOfN(rapid.RuneFrom([]rune("абвxyz,; \\\"\u0301\u200F\uFEFF😀")), 0, 40, -1),
	)
}

func person(t *rapid.T) core.Person {
	line := func(name string, maximum int) string {
		r := []rune(nasty().Draw(t, name))
		return string(r[:min(len(r), maximum)])
	}
	p := core.Person{
		Name: line("name", 199) + "x", GivenName: line("given", 200), MiddleName: line("middle", 200), FamilyName: line("family", 200),
		Address: line("address", 200), Organisation: line("organisation", 200), JobTitle: line("job", 200), Origin: line("origin", 200),
		Pronoun:  rapid.SampledFrom([]core.Pronoun{"", core.PronounShe, core.PronounHe, core.PronounThey}).Draw(t, "pronoun"),
		Zone:     rapid.SampledFrom([]core.Zone{"", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+3", "UTC"}).Draw(t, "zone"),
		Language: rapid.SampledFrom([]core.Language{"", core.English, core.Russian}).Draw(t, "language"),
		Archived: rapid.Bool().Draw(t, "archived"),
		Quiet:    core.Hours{From: rapid.IntRange(0, 1440).Draw(t, "from"), To: rapid.IntRange(0, 1440).Draw(t, "to")},
	}
	if rapid.Bool().Draw(t, "born") {
		p.Birthday = core.NewDate(rapid.IntRange(1, 9999).Draw(t, "year"), 1, 1).AddDays(rapid.IntRange(0, 364).Draw(t, "day"))
	}
	p.Consent = core.Consent{Given: rapid.Bool().Draw(t, "given"), Words: line("words", 1000)}
	if rapid.Bool().Draw(t, "dated") {
		p.Consent.On = core.NewDate(2026, 11, 23)
	}
	for i := range rapid.IntRange(0, 14).Draw(t, "emails") {
		p.Emails = append(p.Emails, fmt.Sprintf("%s%d@пример.example", rapid.SampledFrom([]string{"a", "O'Hara+x", "=x", "Иван", "-", "X_y"}).Draw(t, "local"), i))
	}
	for range rapid.IntRange(0, 14).Draw(t, "phones") {
		p.Phones = append(p.Phones, rapid.SampledFrom([]string{"+7 900; ext, 5", "tel:1", "=1", " x ", "8 (800) ::: 1"}).Draw(t, "phone"))
	}
	for range rapid.IntRange(0, 14).Draw(t, "links") {
		p.Links = append(p.Links, rapid.SampledFrom([]string{
			"https://a.example/x,y;z?q=1&r=\\n", "mailto:a@b.example", "file:///C:/a%20b", "tel:+7,1", "https://xn--e1afmkfd.example/#f",
		}).Draw(t, "link"))
	}
	return p
}

func notes(t *rapid.T) string {
	s := nasty().Draw(t, "first") + rapid.SampledFrom([]string{"", "\n", "\n\n", "\t", "\n=1", "\n END:VCARD\n", "\n\\n"}).Draw(t, "between") + nasty().Draw(t, "second")
	return s
}

func TestWriteThenReadGivesTheSamePeople(t *testing.T) {
	b := book(t)
	formats := map[string]func(context.Context, []core.ContactEntry, *bytes.Buffer) error{
		"a.vcf": func(ctx context.Context, people []core.ContactEntry, w *bytes.Buffer) error {
			return b.Write(ctx, "a.vcf", people, w)
		},
		"3.vcf": func(ctx context.Context, people []core.ContactEntry, w *bytes.Buffer) error {
			return contacts.WriteVCard(ctx, contacts.VCard3, people, w)
		},
		"a.csv": func(ctx context.Context, people []core.ContactEntry, w *bytes.Buffer) error {
			return b.Write(ctx, "A.CSV", people, w)
		},
	}
	rapid.Check(t, func(t *rapid.T) {
		var people []core.ContactEntry
		for range rapid.IntRange(1, 3).Draw(t, "n") {
			e := core.ContactEntry{Person: person(t), Notes: notes(t)}
			if err := e.Person.Validate(); err != nil {
				t.Fatalf("the test made a bad person: %v", err)
			}
			people = append(people, e)
		}
		for name, write := range formats {
			var w bytes.Buffer
			if err := write(context.Background(), people, &w); err != nil {
				t.Fatal(err)
			}
			got, err := b.Read(context.Background(), name, bytes.NewReader(w.Bytes()))
			if err != nil {
				t.Fatalf("%s: %v\n%s", name, err, w.String())
			}
			opts := []cmp.Option{cmpopts.IgnoreFields(core.ContactEntry{}, "Line"), cmpopts.EquateEmpty()}
			if d := cmp.Diff(people, got.Entries, opts...); d != "" || len(got.Rejected) > 0 || got.Source != "mentorbook" {
				t.Fatalf("%s, %s: %s%v\n%s", name, got.Source, d, got.Rejected, w.String())
			}
		}
	})
}

func TestVCardIsWellFormed(t *testing.T) {
	e := core.ContactEntry{Notes: "one\r\ntwo\rEND:VCARD\nthree", Person: core.Person{
		Name: "Eve\r\nEMAIL:evil@evil.example", FamilyName: "X;Y", GivenName: "A,B\nEND:VCARD", Organisation: strings.Repeat("длинное имя ", 12),
		Emails: []string{"eve@good.example"}, Links: []string{"https://a.example/?x=1,2;3"},
	}}
	for _, v := range []contacts.Version{contacts.VCard3, contacts.VCard4} {
		var w bytes.Buffer
		if err := contacts.WriteVCard(context.Background(), v, []core.ContactEntry{e}, &w); err != nil {
			t.Fatal(err)
		}
		text := w.String()
		if strings.Count(text, "END:VCARD\r\n") != 1 || strings.Count(text, "\r\nEMAIL") != 1 {
			t.Errorf("a name has put lines into the card:\n%s", text)
		}
		for line := range strings.SplitSeq(strings.TrimSuffix(text, "\r\n"), "\r\n") {
			if len(line) > 75 || strings.ContainsAny(line, "\r\n\x01\x02") || line != strings.ToValidUTF8(line, "") {
				t.Errorf("line %q", line)
			}
		}
		for _, want := range []string{"VERSION:" + string(v), `N:X\;Y;A\,B END:VCARD;;;`, `NOTE:one\ntwo\nEND:VCARD\nthree`} {
			if !strings.Contains(text, want+"\r\n") {
				t.Errorf("no %q in\n%s", want, text)
			}
		}
	}
}

func TestCSVHasGooglesHeadingsAndNoFormula(t *testing.T) {
	var w bytes.Buffer
	people := []core.ContactEntry{{Person: core.Person{Name: "=cmd()", Phones: []string{"+7 900"}, Emails: []string{"a@b.example", "c@d.example"}}, Notes: "@x\n=y"}}
	if err := book(t).Write(context.Background(), "x.csv", people, &w); err != nil {
		t.Fatal(err)
	}
	head, rest, _ := strings.Cut(strings.TrimPrefix(w.String(), "\uFEFF"), "\n")
	for _, h := range []string{"First Name", "Last Name", "Organization Name", "E-mail 2 - Value", "Phone 1 - Label", "Labels"} {
		if !strings.Contains(","+head+",", ","+h+",") {
			t.Errorf("no heading %q in %s", h, head)
		}
	}
	for _, cell := range []string{",'=cmd(),", ",'+7 900,", "\"'@x\n'=y\""} {
		if !strings.Contains(rest, cell) {
			t.Errorf("no %q in %s", cell, rest)
		}
	}
}

// TestNoEmptyColumnOfNotes writes the column of notes where somebody has one, and only there.
func TestNoEmptyColumnOfNotes(t *testing.T) {
	for _, note := range []string{"", "Words"} {
		people := []core.ContactEntry{{Person: core.Person{Name: "Kim Doe", Emails: []string{"kim@one.example"}}, Notes: note}, {Person: core.Person{Name: "Ann Lee"}}}
		var out bytes.Buffer
		if err := contacts.WriteCSV(t.Context(), people, &out); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(out.String(), "Notes"); got != (note != "") {
			t.Errorf("with the note %q:\n%s", note, out.String())
		}
		back := read(t, "x.csv", out.String())
		if len(back.Entries) != 2 || back.Entries[0].Notes != note || back.Entries[0].Person.Email() != "kim@one.example" {
			t.Errorf("with the note %q, back: %+v", note, back.Entries)
		}
	}
}
