package ui_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// contacts has somebody new, somebody known with a new number, one who fits two people, and a line that is none.
const contacts = `Name,E-mail,Phone
Ana Costa,ana@costa.example,
Amina Yusuf,amina.yusuf@kijani.example,+254 700 111222
Sam Lee,,+1 555 0100
,nobody,
`

func TestImportShowsWhatItWouldDo(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) {
		for _, email := range []string{"sam@one.example", "sam@two.example"} {
			if _, err := p.People.Add(t.Context(), core.Person{Name: "Sam Lee", Emails: []string{email}}); err != nil {
				t.Fatal(err)
			}
		}
	}, Route: shell.Route{Screen: "people"}})
	path := filepath.Join(h.Dir, "contacts.csv")
	if err := os.WriteFile(path, []byte(contacts), 0o600); err != nil {
		t.Fatal(err)
	}
	before := len(all(t, h))
	h.Run("people.import")
	h.Tap("contacts.csv")
	h.Keys("Enter")
	h.Wants("Import from contacts.csv", "Ana Costa", "One line needs you to choose a person", "Amina Yusuf gets: phone numbers", "line 5", "New 1", "Skipped 1")
	h.Shot("import-en")
	if len(all(t, h)) != before {
		t.Fatal("the preview changed something")
	}
	h.Tap("Sam Lee")
	h.Tap("This is Sam Lee (sam@two.example)")
	h.Wants("Choose 0")
	h.Tap("Import")
	if n := len(all(t, h)); n != before+1 {
		t.Errorf("%d people, %d before", n, before)
	}
	for _, p := range all(t, h) {
		if p.Email() == "sam@two.example" && len(p.Phones) != 1 || p.Email() == "sam@one.example" && len(p.Phones) != 0 {
			t.Errorf("%+v", p)
		}
	}
	h.Wants("Ana Costa", "Undo", "1 skipped")
	h.Tap("Show skipped")
	h.Wants("line 5")
	h.Keys("Escape")
	h.Keys("Ctrl+Z")
	if n := len(all(t, h)); n != before || len(h.Person("Amina").Phones) != 0 {
		t.Errorf("%d people after undo", n)
	}
}

// Enter in the preview imports, in Russian too, where a row speaks of one person and a tab of many.
func TestImportIsConfirmedByEnter(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Language: core.Russian, Route: shell.Route{Screen: "people"}})
	if err := os.WriteFile(filepath.Join(h.Dir, "two.csv"), []byte("Name,E-mail\nAna Costa,ana@costa.example\nZoë Martin,zoe@martin.example\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	before := len(all(t, h))
	h.Run("people.import")
	h.Tap("two.csv")
	h.Keys("Enter")
	h.Wants("Импорт из two.csv", "Новый", "Новые 2")
	h.Keys("Enter")
	h.Lacks("Импорт из two.csv")
	if n := len(all(t, h)); n != before+2 {
		t.Errorf("%d people, %d before", n, before)
	}
}

func TestAFileThatIsNoneIsSaid(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Route: shell.Route{Screen: "people"}})
	path := filepath.Join(h.Dir, "broken.vcf")
	if err := os.WriteFile(path, []byte("\x00\x01 nothing"), 0o600); err != nil {
		t.Fatal(err)
	}
	h.Run("people.import")
	h.Tap("broken.vcf")
	h.Keys("Enter")
	h.Lacks("Import from")
	if faults(h) == 0 {
		t.Errorf("nobody was told: %q", kit.Texts(h.Root()))
	}
}

func TestExportIsReadBack(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Run("people.export_vcf")
	h.Wants("Include my notes about them")
	h.Shot("export-en")
	h.Keys("Ctrl+Enter")
	h.Keys("Enter")
	raw, err := os.ReadFile(filepath.Join(h.Dir, "people.vcf"))
	if err != nil || !strings.Contains(string(raw), "FN:Amina Yusuf") {
		t.Fatalf("%v\n%.200s", err, raw)
	}
	plan, err := h.Planner.People.ReadPeople(t.Context(), "people.vcf", strings.NewReader(string(raw)))
	if err != nil || plan.New != 0 || plan.Same != len(all(t, h)) {
		t.Errorf("%+v, %v", plan, err)
	}
	if strings.Contains(string(raw), "NOTE:") {
		t.Error("notes left, and nobody wanted that")
	}
}

// Notes leave with people where somebody ticks that, and are known again.
func TestNotesLeaveWhenTheyAreToo(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) {
		plan, err := p.People.ReadPeople(t.Context(), "a.csv", strings.NewReader("Name,Notes\nAmina Yusuf,Plays the oud\nAmina Yusuf,\"Two lines,\nno more\"\n"))
		if err != nil {
			t.Fatal(err)
		}
		if err := p.People.Import(t.Context(), plan, nil); err != nil {
			t.Fatal(err)
		}
	}})
	for _, name := range []string{"people.vcf", "people.csv"} {
		h.Run("people.export_" + strings.TrimPrefix(filepath.Ext(name), "."))
		h.Click("Include my notes about them")
		h.Tap("Choose a file…")
		h.Keys("Enter")
		raw, err := os.ReadFile(filepath.Join(h.Dir, name))
		if err != nil || !strings.Contains(string(raw), "Plays the oud") {
			t.Fatalf("%v\n%.200s", err, raw)
		}
		plan, err := h.Planner.People.ReadPeople(t.Context(), name, strings.NewReader(string(raw)))
		if err != nil || plan.Changed+plan.New != 0 {
			t.Errorf("%s: %+v, %v", name, plan, err)
		}
	}
}

func TestTwoPeopleBecomeOne(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) {
		if _, err := p.People.Add(t.Context(), core.Person{Name: "Yusuf Amina", Phones: []string{"+254 700 1"}, Organisation: "Old Energy"}); err != nil {
			t.Fatal(err)
		}
	}})
	amina := h.Person("Amina Yusuf")
	h.Go(shell.Route{Screen: "people", ID: amina.ID})
	h.Click("More")
	h.Tap("Merge with")
	h.Wants("Yusuf Amina", "+254 700 1", "Stays", "Old Energy", "No relationships", "1 relationship and")
	h.Shot("merge-en")
	h.Keys("Ctrl+Enter")
	got := h.Person("Amina Yusuf")
	if got.ID != amina.ID || len(got.Phones) != 1 || got.Organisation != amina.Organisation {
		t.Errorf("%+v", got)
	}
	h.Keys("Ctrl+Z")
	h.Person("Yusuf Amina")
}

// Whoever begins with an imported duplicate is proposed the card that has the history; one key keeps the other.
func TestADuplicateGoesIntoTheCardWithTheHistory(t *testing.T) {
	for _, swap := range []bool{false, true} {
		var twin core.ID
		h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) {
			made, err := p.People.Add(t.Context(), core.Person{
				Name: "Amina Yusuf", Emails: []string{"amina@old.example"}, Origin: "old.csv",
				Consent: core.Consent{Given: true, On: core.NewDate(2026, 5, 7), Words: "by phone"},
			})
			if err != nil {
				t.Fatal(err)
			}
			twin = made.ID
		}})
		h.Go(shell.Route{Screen: "people", ID: twin})
		h.Click("More")
		h.Tap("Merge with")
		h.Wants("amina@old.example", "old.csv", "7 May 2026 · by phone")
		h.Lacks("2026-05-07")
		if swap {
			h.Keys("F7")
		}
		h.Shot("merge-twin-en")
		h.Keys("Ctrl+Enter")
		all, err := h.Planner.People.All(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var left []*core.Person
		for _, p := range all {
			if p.Name == "Amina Yusuf" {
				left = append(left, p)
			}
		}
		if len(left) != 1 {
			t.Fatalf("%d are left", len(left))
		}
		if swap != (left[0].ID == twin) || swap != (left[0].Email() == "amina@old.example") || len(left[0].Emails) < 2 {
			t.Errorf("swapped %v: %v stays with %q", swap, left[0].ID, left[0].Emails)
		}
	}
}

// What is cut in a row of the preview stands whole below the list, for the row on which one is.
func TestThePreviewSaysAllOfARow(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Route: shell.Route{Screen: "people"}})
	path := filepath.Join(h.Dir, "long.csv")
	text := "Name,Email,Company,Birthday,City,Skype\nAmina Yusuf,amina@elsewhere.example,Old Energy,,,\nBob,bob(at)x,,32.13.1990,Mars,skype.bob\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	h.Run("people.import")
	h.Tap("long.csv")
	h.Keys("Enter")
	times := func(words string) (n int) {
		for _, text := range kit.Texts(h.Root()) {
			n += strings.Count(text, words)
		}
		return n
	}
	h.Shot("preview-whole")
	if n, m := times("merge them if they are one"), times("Birthday"); n != 2 || m != 1 {
		t.Errorf("%d times of the first row, which is present, and %d of the second", n, m)
	}
	h.Keys("Down")
	if n, m := times("merge them if they are one"), times("Birthday"); n != 1 || m != 2 {
		t.Errorf("%d times of the first row, and %d of the second, which is present now", n, m)
	}
}

// Where the preview says that two may be one, it leads to making them one.
func TestANamesakeInAFileIsMadeOneInThePreview(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Route: shell.Route{Screen: "people"}})
	path := filepath.Join(h.Dir, "names.csv")
	text := "Name,Email,Company\nAmina Yusuf,amina@elsewhere.example,Old Energy\nAmina Yusuf,amina@elsewhere.example,\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	before, err := h.Planner.People.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	h.UI.Dropped([]string{path})
	h.Settle()
	h.Wants("merge them if they are one")
	h.Shot("preview-namesake")
	h.Tap("Who is it?…")
	h.Tap("This is Amina Yusuf (amina.yusuf@kijani.example)")
	h.Wants("Filled in 2")
	h.Lacks("merge them if they are one")
	h.Tap("Import")
	h.Settle()
	after, err := h.Planner.People.All(t.Context())
	if err != nil || len(after) != len(before) || !slices.Contains(h.Person("Amina").Emails, "amina@elsewhere.example") {
		t.Errorf("%d people, before %d, %v; %v", len(after), len(before), err, h.Person("Amina").Emails)
	}
}

// Enter imports, unless somebody has gone to a row that asks who is meant: there it asks, and imports once that is said.
func TestEnterAsksWhoIsMeantInTheRowThatWasGoneTo(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Route: shell.Route{Screen: "people"}})
	path := filepath.Join(h.Dir, "names.csv")
	if err := os.WriteFile(path, []byte("Name,Email\nZed Quill,zed@elsewhere.example\nAmina Yusuf,amina@elsewhere.example\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	h.UI.Dropped([]string{path})
	h.Settle()
	h.Wants("merge them if they are one")
	h.Keys("Home", "Down", "Enter")
	h.Wants("This is Amina Yusuf")
	h.Keys("Enter")
	h.Wants("Filled in 1")
	h.Keys("Enter")
	h.Lacks("Import from")
	if !slices.Contains(h.Person("Amina").Emails, "amina@elsewhere.example") {
		t.Errorf("she has %v", h.Person("Amina").Emails)
	}
}

// A file that can't be taken is refused where it was chosen: the dialog stays, and another one can be chosen.
func TestAFileIsRefusedWhereItWasChosen(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Route: shell.Route{Screen: "people"}})
	for name, text := range map[string]string{"colours.csv": "Colour,Weight\nred,3\n", "good.csv": contacts} {
		if err := os.WriteFile(filepath.Join(h.Dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	h.Run("people.import")
	dialog := h.Root()
	h.Tap("colours.csv")
	h.Keys("Enter")
	h.Wants("No column holds names")
	if h.Root() != dialog || len(h.Errors) > 0 {
		t.Fatalf("the dialog is gone; said elsewhere is %v", h.Errors)
	}
	h.Tap("good.csv")
	h.Keys("Enter")
	h.Wants("Import from good.csv")
}
