package people

import (
	"fmt"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

func wordsOf(t testing.TB, lang core.Language) *locale.Words {
	t.Helper()
	w, err := locale.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func id(n byte) core.ID { return core.ID{15: n} }

func directory() *planner.Directory {
	person := func(n byte, name, org string, zone core.Zone) *core.Person {
		return &core.Person{Head: core.Head{ID: id(n)}, Name: name, Organisation: org, Zone: zone, Emails: []string{fmt.Sprintf("p%d@mail.example", n)}}
	}
	return &planner.Directory{
		Now: time.Date(2026, 11, 23, 12, 20, 0, 0, time.UTC), Today: core.NewDate(2026, 11, 23), Owner: id(1),
		Rows: []planner.PersonRow{
			{Person: person(1, "Maja Lindqvist", "", "Europe/Berlin")},
			{Person: person(2, "Пётр Ёлкин", "Гранит", "Asia/Yekaterinburg"), With: []planner.PersonPart{{Relationship: id(9), Name: "Пётр Ёлкин", Role: core.RoleMentee, Status: core.StatusActive}}, Last: core.NewDate(2026, 11, 2)},
			{Person: person(3, "Amina Yusuf", "Kijani", "Africa/Nairobi"), With: []planner.PersonPart{{Relationship: id(8), Name: "Circle", Named: true, Role: core.RoleMentee, Status: core.StatusEnded}}, Last: core.NewDate(2026, 11, 20)},
			{Person: person(4, "Zoë Adams", "Aoba", "")},
		},
	}
}

func order(l *List) string {
	var out []string
	for i := range l.Len() {
		out = append(out, strings.Fields(l.At(i).Name)[0])
	}
	return strings.Join(out, " ")
}

func TestTheListSortsAndFinds(t *testing.T) {
	l := NewList(directory(), wordsOf(t, core.English))
	for by, want := range map[Order]string{
		ByName: "Amina Maja Zoë Пётр", ByOrganisation: "Zoë Amina Пётр Maja", ByContact: "Amina Пётр Maja Zoë", ByClock: "Maja Amina Пётр Zoë",
	} {
		if l.Sort(by); order(l) != want {
			t.Errorf("order %d: %s, want %s", by, order(l), want)
		}
	}
	l.Sort(ByName)
	for query, want := range map[string]string{
		"": "Amina Maja Zoë Пётр", "елкин": "Пётр", "ЁЛКИН": "Пётр", "yus ami": "Amina", "aoba": "Zoë", "p4@": "Zoë", "nairobi": "Amina", "nobody": "", "mentee": "Пётр",
	} {
		if l.Filter(query); order(l) != want {
			t.Errorf("%q: %s, want %s", query, order(l), want)
		}
	}
	l.Filter("aoba")
	if l.All() != 4 || l.Find(id(3)) != -1 {
		t.Error("rows got lost, or somebody is found who is not shown")
	}
}

func TestRowsSayWhoSomebodyIs(t *testing.T) {
	l := NewList(directory(), wordsOf(t, core.Russian))
	l.Filter("елкин")
	r := l.At(0)
	if r.With != "подопечный" && r.With != "подопечная" || r.Local != "17:20" || r.Last != "2 нояб." {
		t.Errorf("%+v", r)
	}
	l.Filter("amina")
	if r := l.At(0); r.With != "в прошлом" {
		t.Errorf("%+v", r)
	}
}

func TestTypedFieldsAreChecked(t *testing.T) {
	whole := Typed{Name: " Ann  Lee ", Emails: []string{"ann@lee.example"}, QuietFrom: 22 * 60, QuietTo: 7 * 60, Zone: "Asia/Tokyo", Consent: core.Consent{Given: true, Words: "by phone"}}
	var p core.Person
	if err := whole.Apply(&p); err != nil || p.Name != "Ann Lee" || p.Quiet.To != 420 || !p.Consent.Given {
		t.Errorf("%+v, %v", p, err)
	}
	for field, spoil := range map[string]func(*Typed){
		"name":       func(v *Typed) { v.Name = "  " },
		"emails.2":   func(v *Typed) { v.Emails = append(v.Emails, "nonsense") },
		"quiet.to":   func(v *Typed) { v.QuietTo = -1 },
		"quiet.from": func(v *Typed) { v.QuietFrom = -1 },
		"links.1":    func(v *Typed) { v.Links = []string{"javascript:alert(1)"} },
		"zone":       func(v *Typed) { v.Zone = "Nowhere/City" },
	} {
		typed := whole
		typed.Emails = []string{"ann@lee.example"}
		spoil(&typed)
		problems := core.Problems(typed.Apply(new(core.Person)))
		if len(problems) != 1 || problems[0].Field != field {
			t.Errorf("%s: %v", field, problems)
		}
	}
	whole.Consent.Given = false
	if err := whole.Apply(&p); err != nil || p.Consent != (core.Consent{}) {
		t.Errorf("a consent taken back leaves %+v, %v", p.Consent, err)
	}
}

func BenchmarkFilterAThousand(b *testing.B) {
	d := directory()
	for i := range 1000 {
		p := *d.Rows[2].Person
		p.ID, p.Name = core.ID{14: byte(i >> 8), 15: byte(i)}, fmt.Sprintf("Person %d Example", i)
		d.Rows = append(d.Rows, planner.PersonRow{Person: &p})
	}
	l := NewList(d, wordsOf(b, core.English))
	for b.Loop() {
		l.Filter("person 99")
	}
}

// A name is meant before anything else, and words are meant from their beginning.
func TestNamesAreFoundFirst(t *testing.T) {
	d := directory()
	d.Rows[0].Person.JobTitle = "Analyst"
	d.Rows[3].Person.JobTitle = "Banana grower"
	d.Rows[2].Person.Archived = true
	ana := &core.Person{Head: core.Head{ID: id(5)}, Name: "Zhana Ana-Maria Ruiz"}
	d.Rows = append(d.Rows, planner.PersonRow{Person: ana})
	l := NewList(d, wordsOf(t, core.English))
	for query, want := range map[string]string{"ana": "Zhana Maja", "maria": "Zhana", "anana": "", "yusuf": ""} {
		if l.Filter(query); order(l) != want {
			t.Errorf("%q finds %q, want %q", query, order(l), want)
		}
	}
	l.Filter("")
	if l.All() != 4 || l.PutAway() != 1 || order(l) != "Maja Zhana Zoë Пётр" {
		t.Errorf("%d, %d: %s", l.All(), l.PutAway(), order(l))
	}
	if l.ShowWith(id(3)); !l.Archived() || order(l) != "Amina" || l.All() != 1 {
		t.Errorf("put away are %s", order(l))
	}
}
