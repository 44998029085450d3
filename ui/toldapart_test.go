package ui_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// longName is of somebody with whom the owner is in two relationships.
const longName = "Maximiliana Featherstonehaugh"

// twice is a house in which the owner is twice with somebody: as their mentor and as their mentee.
func twice(t *testing.T, opt uitest.Options) (h *uitest.House, rels []core.ID) {
	t.Helper()
	opt.Empty = true
	opt.Before = func(p *planner.Planner) {
		ctx := t.Context()
		owner, err := p.Workspace.Owner(ctx)
		if err != nil {
			t.Fatal(err)
		}
		who, err := p.People.Add(ctx, core.Person{Name: longName, Address: "Maxi"})
		if err != nil {
			t.Fatal(err)
		}
		for i, mine := range []core.Role{core.RoleMentor, core.RoleMentee} {
			theirs := []core.Role{core.RoleMentee, core.RoleMentor}[i]
			rel, err := p.Relationships.Add(ctx, core.Relationship{
				Format: core.FormatIndividual, Duration: core.DurationLong, Specialisation: core.SpecCareer,
				Participants: []core.Participant{{Person: owner.ID, Role: mine}, {Person: who.ID, Role: theirs}},
			})
			if err != nil {
				t.Fatal(err)
			}
			day := core.DateOf(uitest.Now()).AddDays(1 + i)
			if _, err := p.Meetings.Plan(ctx, core.Meeting{Relationship: rel.ID, Start: day.At(10, 0), Zone: "Europe/Berlin"}); err != nil {
				t.Fatal(err)
			}
			rels = append(rels, rel.ID)
		}
	}
	return uitest.Open(t, opt), rels
}

// What tells two relationships of one name apart stays in the sidebar where the name has no room, stands in the blocks of the
// calendar, and in what is said of steps.
func TestTwoOfANameAreToldApartEverywhere(t *testing.T) {
	for lang, size := range map[core.Language]fyne.Size{core.English: fyne.NewSize(1280, 800), core.Russian: fyne.NewSize(900, 600)} {
		h, rels := twice(t, uitest.Options{Language: lang, Size: size})
		apart := []string{h.Words.T("apart.mentor"), h.Words.T("apart.mentee")}
		var side []string
		kit.Walk(h.Canvas().Content(), func(o fyne.CanvasObject) bool {
			if n, ok := o.(*kit.NavItem); ok {
				if strings.HasPrefix(n.Text(), longName) {
					side = append(side, n.TipText())
				}
			}
			return true
		})
		for _, want := range apart {
			if !slices.Contains(side, longName+core.ApartBy+want) {
				t.Errorf("the tooltips of the sidebar are %q", side)
			}
			h.Wants(want)
		}
		for _, tab := range []string{"week", "month"} {
			h.Go(shell.Route{Screen: "calendar"})
			h.Run("calendar." + tab)
			h.Settle()
			h.Shot("apart-" + tab + "-" + string(lang))
			for _, want := range apart {
				h.Wants("Maxi" + core.ApartBy + want)
			}
		}
		for i, rel := range rels {
			h.Go(shell.Route{Screen: "relationship", ID: rel})
			h.Run("relationship.pause")
			h.Settle()
			h.Wants(h.Words.Title("relationship_paused", map[string]string{"name": longName + core.ApartBy + apart[i]}))
			h.Keys("Ctrl+Z")
			h.Settle()
			h.Wants(h.Words.T("window.undone", "title", h.Words.Title("relationship_paused", map[string]string{"name": longName + core.ApartBy + apart[i]})))
		}
	}
}
