package ui_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// privateItem puts an item on the agenda of the next meeting that nobody but the owner reads, and one that the others read.
func privateItem(t *testing.T) func(p *planner.Planner) {
	return func(p *planner.Planner) {
		day, err := p.Today(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		rel, err := p.Relationships.Get(t.Context(), day.Next.Meeting.Relationship)
		if err != nil {
			t.Fatal(err)
		}
		for text, readers := range map[string][]core.ID{"The lighthouse": nil, "A walrus": rel.Mentees()} {
			id, err := p.Agendas.Add(t.Context(), day.Next.Meeting.ID, core.AgendaItem{Text: text})
			if err != nil {
				t.Fatal(err)
			}
			if err := p.Agendas.Change(t.Context(), day.Next.Meeting.ID, id, func(item *core.AgendaItem) error {
				item.Readers.Readers = readers
				return nil
			}); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// From any tab Ctrl+F leads to the field that finds among the meetings: by their agenda, and by their day as it is written. Where
// nothing is found, that is said, and a button lists all again. Who comes back finds what was typed.
func TestMeetingsOfARelationshipAreFound(t *testing.T) {
	for _, size := range []fyne.Size{fyne.NewSize(900, 600), fyne.NewSize(1280, 800)} {
		for lang, day := range map[core.Language]string{core.English: "walruses november", core.Russian: "walrus ноябрь"} {
			h := uitest.Open(t, uitest.Options{Language: lang, Size: size, Before: privateItem(t)})
			next, err := h.Planner.Today(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			name := fmt.Sprintf("meetings-%v-%s-", size.Width, lang)
			h.Go(shell.Route{Screen: "relationship", ID: next.Next.Meeting.Relationship, Tab: "notes"})
			h.Keys("Ctrl+F")
			h.Wants(h.Words.T("rel.past"), h.Words.T("rel.coming"))
			h.Shot(name + "find")
			h.Type("xyzzy")
			h.Wants(h.Words.T("plans.none_found"))
			h.Lacks(h.Words.T("rel.past"), h.Words.T("rel.coming"))
			h.Shot(name + "none")
			h.Tap(h.Words.T("find.clear"))
			h.Wants(h.Words.T("rel.past"), h.Words.T("rel.coming"))
			h.Type(day)
			h.Wants(h.Words.T("rel.coming"))
			h.Lacks(h.Words.T("rel.past"), h.Words.T("plans.none_found"))
			h.Shot(name + "found")
			h.Go(shell.Route{Screen: "today"})
			h.Keys("Alt+Left")
			if got := typedInField(h); got != day {
				t.Errorf("who comes back finds %q", got)
			}
			h.Lacks(h.Words.T("rel.past"))
			h.Keys("Ctrl+F")
			clearField(h)
			h.Wants(h.Words.T("rel.past"))
		}
	}
}

// What was looked for before is selected where Ctrl+F leads back to it, from the tab itself and from another: typing begins anew.
func TestAnOldSearchIsReplaced(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Before: privateItem(t)})
	next, err := h.Planner.Today(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	at := shell.Route{Screen: "relationship", ID: next.Next.Meeting.Relationship}
	for _, tab := range []string{"meetings", "overview", "plan", "checklists", "notes"} {
		at.Tab = tab
		h.Go(at)
		h.Keys("Ctrl+F")
		h.Type("xyzzy")
		if tab != "meetings" { // and away from it again
			h.Keys("Alt+2", "Ctrl+F")
		} else {
			h.Keys("Ctrl+F")
		}
		h.Type("walrus")
		if got := typedInField(h); got != "walrus" {
			t.Errorf("%s: looked for is %q", tab, got)
		}
		h.Wants(h.Words.T("rel.coming"))
		h.Keys("Escape")
	}
}

// While others look, no meeting is found by an item that they may not read.
func TestAPrivateAgendaFindsNoMeetingWhileOthersLook(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Before: privateItem(t)})
	next, err := h.Planner.Today(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	h.Go(shell.Route{Screen: "relationship", ID: next.Next.Meeting.Relationship, Tab: "meetings"})
	h.Keys("Ctrl+F")
	h.Type("lighthouse")
	h.Wants(h.Words.T("rel.coming"))
	h.Run("presenting")
	h.Lacks(h.Words.T("rel.coming"), h.Words.T("rel.none_found_hint"))
	h.Wants(h.Words.T("find.none_shown"))
	h.Tap(h.Words.T("find.clear"))
	h.Type("walrus")
	h.Wants(h.Words.T("rel.coming"))
}
