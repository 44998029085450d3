package ui_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/shell/shelltest"
	"mentorbook/ui/uitest"
)

// Whatever size and density are chosen, what a row of the plans shows has room in it: its marks, its next step and its menu do
// not reach into the next row.
func TestPlansHaveRoomForTheirRows(t *testing.T) {
	defer shelltest.Theme(kit.Look{Mode: kit.Light})
	for _, look := range []kit.Look{{Scale: 1}, {Scale: 2}, {Scale: 1, Density: kit.Compact}, {Scale: 1.5, Density: kit.Compact}, {Scale: 2, Density: kit.Compact}} {
		look.Mode = kit.Light
		shelltest.Theme(kit.Look{Mode: kit.Light})
		h := uitest.Open(t, uitest.Options{Language: core.Russian, Role: core.RoleMentee, Before: releasedToHR(t), Route: shell.Route{Screen: "plans"}})
		shelltest.Theme(look)
		h.Settle()
		rows := 0
		kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
			list, ok := o.(*kit.List)
			if !ok {
				return true
			}
			for _, row := range list.Children() {
				rows++
				if need := kit.HeightFor(row, row.Size().Width); need > row.Size().Height {
					t.Errorf("%+v: a row needs %v of %v: %q", look, need, row.Size().Height, kit.Texts(row))
				}
			}
			return false
		})
		if rows < 4 {
			t.Errorf("%+v: only %d rows are seen", look, rows)
		}
		h.Shot(fmt.Sprintf("plans-room-%v-%v", look.Density, look.Scale))
	}
}

// releasedToHR makes a private goal of each one, with a word for HR.
func releasedToHR(t *testing.T) func(p *planner.Planner) {
	return func(p *planner.Planner) {
		all, err := p.Plans(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range all.Goals {
			if err := p.Goals.Change(t.Context(), row.Goal.ID, func(g *core.Goal) error { g.Readers.Readers = nil; return nil }); err != nil {
				t.Fatal(err)
			}
			if _, err := p.Releases.Release(t.Context(), core.Release{Item: core.RefOf(row.Goal), Audience: core.AudienceHR, Said: core.Said{Words: "said"}}); err != nil && core.CodeOf(err) != core.CodeExists {
				t.Fatal(err)
			}
		}
	}
}
