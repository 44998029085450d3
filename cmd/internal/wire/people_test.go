package wire

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/core/sample"
	"mentorbook/storage"
)

// planned reads a contact file.
func planned(t *testing.T, p *planner.Planner, name, text string) *planner.ImportPlan {
	t.Helper()
	plan, err := p.People.ReadPeople(t.Context(), name, strings.NewReader(text))
	ok(t, err)
	return plan
}

func people(t *testing.T, p *planner.Planner) (names []string) {
	t.Helper()
	all, err := p.People.All(t.Context())
	ok(t, err)
	for _, one := range all {
		names = append(names, one.Name+" "+strings.Join(one.Emails, " "))
	}
	return names
}

// TestNobodyIsChosenSilently imports somebody who fits two people: nothing is done for them until somebody has
// chosen, and the others of the file are taken.
func TestNobodyIsChosenSilently(t *testing.T) {
	p, ctx := open(t), t.Context()
	var kims []*core.Person
	for _, mail := range []string{"kim@one.example", "kim@two.example"} {
		kim, err := p.People.Add(ctx, core.Person{Name: "Kim Doe", Emails: []string{mail}})
		ok(t, err)
		kims = append(kims, kim)
	}
	before := people(t, p)
	file := "Name,Phone\nKim Doe,+49 30 1234567\nNew Person,+49 30 7654321\n"
	plan := planned(t, p, "x.csv", file)
	if plan.Open != 1 || plan.New != 1 || !plan.Steps[0].Open() || len(plan.Steps[0].Match.Others) != 1 {
		t.Fatalf("%+v", plan)
	}
	ok(t, p.People.Import(ctx, plan, nil))
	if got := people(t, p); len(got) != len(before)+1 {
		t.Fatalf("the import made %v of %v", got, before)
	}
	for _, kim := range kims {
		if now, err := p.People.Get(ctx, kim.ID); err != nil || len(now.Phones) > 0 {
			t.Errorf("somebody was chosen: %v %v", now, err)
		}
	}
	plan = planned(t, p, "x.csv", file)
	plan.Steps[0].TakeFor(kims[1])
	if !slices.Contains(plan.Steps[0].Does, "phones") {
		t.Errorf("the chosen one would get %v", plan.Steps[0].Does)
	}
	ok(t, p.People.Import(ctx, plan, nil))
	if now, err := p.People.Get(ctx, kims[1].ID); err != nil || len(now.Phones) != 1 {
		t.Errorf("the chosen one did not get the number: %v %v", now, err)
	}
	plan = planned(t, p, "x.csv", "Name,E-mail\nKim Doe,kim@two.example\n")
	if plan.Open != 0 || plan.Steps[0].ID != kims[1].ID {
		t.Errorf("an address did not decide: %+v", plan.Steps[0])
	}
}

// TestNamesakesOfAFile keeps two people apart who have one name and no address, and joins the lines of one.
func TestNamesakesOfAFile(t *testing.T) {
	p := open(t)
	before := len(people(t, p))
	file := "Name,Birthday,E-mail,Phone\n" +
		"Ann Lee,1980-01-01,,111111\n" +
		"Ann Lee,1990-02-02,,222222\n" + // another one
		"Ann Lee,1980-01-01,ann@lee.example,333333\n" + // the first again
		"A. L.,,ann@lee.example,444444\n" // and again, by an address that the line before told
	plan := planned(t, p, "x.csv", file)
	if plan.New != 2 || plan.Changed != 2 || plan.Open != 0 {
		t.Fatalf("new %d, changed %d, open %d", plan.New, plan.Changed, plan.Open)
	}
	ok(t, p.People.Import(t.Context(), plan, nil))
	all, err := p.People.All(t.Context())
	ok(t, err)
	var got []string
	for _, one := range all[before:] {
		got = append(got, fmt.Sprint(one.Birthday, one.Phones))
	}
	want := []string{"1980-01-01 [111111 333333 444444]", "1990-02-02 [222222]"}
	if !slices.Equal(got, want) {
		t.Errorf("made %q, want %q", got, want)
	}
	state := contents(t, p)
	again := planned(t, p, "x.csv", file)
	ok(t, p.People.Import(t.Context(), again, nil))
	if contents(t, p) != state || again.New+again.Changed+again.Open != 0 {
		t.Errorf("the second import: %+v", again)
	}
}

// TestAFileIsKnownInTheOtherLanguage reads one file in each language: the names of fields in a note are the program's own
// words, and say nothing new.
func TestAFileIsKnownInTheOtherLanguage(t *testing.T) {
	store, err := storage.Create(t.Context(), filepath.Join(t.TempDir(), "w.mentorbook"), storage.Options{})
	ok(t, err)
	t.Cleanup(func() { ok(t, store.Close()) })
	const file = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoe Unknown\r\nLANG:de\r\nCATEGORIES:a,b\r\nBDAY:--0412\r\nNOTE:Words\r\nEND:VCARD\r\n"
	english, err := Planner(t.Context(), store, Clock{Fixed: noon()}, "test", core.English)
	ok(t, err)
	ok(t, english.Exchange.Fill(t.Context(), planner.TitleSampleMade, sample.Records(sample.Options{As: core.RoleMentor, Now: noon()}), nil))
	first := planned(t, english, "x.vcf", file)
	ok(t, english.People.Import(t.Context(), first, nil))
	russian, err := Planner(t.Context(), store, Clock{Fixed: noon()}, "test", core.Russian)
	ok(t, err)
	if again := planned(t, russian, "x.vcf", file); again.Same != 1 || again.Changed != 0 {
		t.Errorf("not known again: %+v", again)
	}
	if more := planned(t, russian, "x.vcf", strings.Replace(file, "LANG:de", "LANG:fr", 1)); more.Changed != 1 {
		t.Errorf("another language is nothing new: %+v", more)
	}
}
