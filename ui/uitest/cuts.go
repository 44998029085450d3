package uitest

import (
	"encoding/json"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
)

// Cuts lists the texts that are drawn only in part, though nobody can read the whole of them: texts and chips that end in an
// ellipsis, but for those that people wrote themselves, which may be long, where the whole is in a tooltip. The program's own words
// are never cut. theirs tells what people wrote; nil: everything may have been. What the days of a calendar have no room
// for is in their tooltips, which have tests of their own.
func Cuts(root fyne.CanvasObject, theirs func(text string) bool) (cuts []string) {
	return cutsIn(root, theirs, "", nil)
}

func cutsIn(o fyne.CanvasObject, theirs func(text string) bool, told string, cuts []string) []string {
	if o == nil || !o.Visible() {
		return cuts
	}
	switch o.(type) {
	case *kit.TimeGrid, *kit.MonthGrid:
		return cuts
	}
	if tip, ok := o.(interface{ TipText() string }); ok && tip.TipText() != "" {
		told += "\n" + tip.TipText()
	}
	if c, ok := o.(kit.Cutting); ok && c.Cut() {
		if !strings.Contains(told, c.Text()) || theirs != nil && !theirs(c.Text()) {
			cuts = append(cuts, c.Text())
		}
		return cuts
	}
	switch v := o.(type) {
	case *fyne.Container:
		for _, in := range v.Objects {
			cuts = cutsIn(in, theirs, told, cuts)
		}
	case kit.Parent:
		for _, in := range v.Children() {
			cuts = cutsIn(in, theirs, told, cuts)
		}
	}
	return cuts
}

// Theirs gives what tells whether there is something in a text that stands in the workspace: a name, a title, what somebody wrote.
func (h *House) Theirs() func(text string) bool {
	h.T.Helper()
	var all []string
	for _, kind := range core.Kinds() {
		recs, err := h.Planner.List(h.T.Context(), planner.Filter{Kind: kind})
		if err != nil {
			h.T.Fatal(err)
		}
		for _, rec := range recs {
			raw, err := json.Marshal(rec)
			if err != nil {
				h.T.Fatal(err)
			}
			var fields any
			if err := json.Unmarshal(raw, &fields); err != nil {
				h.T.Fatal(err)
			}
			all = written(fields, "", all)
		}
	}
	slices.Sort(all)
	all = slices.Compact(all)
	return func(text string) bool {
		return slices.ContainsFunc(all, func(s string) bool { return strings.Contains(text, s) })
	}
}

// written collects what stands in the fields of a record that people type into.
func written(v any, field string, all []string) []string {
	switch x := v.(type) {
	case map[string]any:
		for key, in := range x {
			all = written(in, key, all)
		}
	case []any:
		for _, in := range x {
			all = written(in, field, all)
		}
	case string:
		typed := []string{"name", "given_name", "title", "text", "organisation", "job_title", "place", "link", "purpose", "origin", "calendar", "measure", "unit", "scale", "emails", "address"}
		if slices.Contains(typed, field) && len([]rune(x)) > 2 {
			all = append(all, x)
		}
	}
	return all
}
