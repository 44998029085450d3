package planner

import (
	"context"
	"slices"
	"strings"

	"mentorbook/core"
)

// ChecklistBoard is all templates and everything that was started from them.
type ChecklistBoard struct {
	*Places

	Templates []TemplateRow // by title, those put away last
	Runs      []*core.Run   // those with something to do first, by the day on which something is due; then those done
}

// TemplateRow is a template with how often it was given to somebody.
type TemplateRow struct {
	*core.Checklist

	Runs int
}

// Board reads all templates and runs.
func (s Checklists) Board(ctx context.Context) (*ChecklistBoard, error) {
	return view(ctx, s.e, func(r Reader) (*ChecklistBoard, error) {
		places, err := placesOf(r, s.e)
		if err != nil {
			return nil, err
		}
		b := &ChecklistBoard{Places: places}
		if b.Runs, err = collect(every[core.Run](r)); err != nil {
			return nil, err
		}
		slices.SortStableFunc(b.Runs, func(x, y *core.Run) int {
			if x.Open() != y.Open() {
				if x.Open() {
					return -1
				}
				return 1
			}
			return dueDay(nextDue(x)).Compare(dueDay(nextDue(y)))
		})
		used := map[core.ID]int{}
		for _, run := range b.Runs {
			used[run.Checklist]++
		}
		for c, err := range every[core.Checklist](r) {
			if err != nil {
				return nil, err
			}
			b.Templates = append(b.Templates, TemplateRow{c, used[c.ID]})
		}
		slices.SortStableFunc(b.Templates, func(x, y TemplateRow) int {
			if x.Archived != y.Archived {
				if y.Archived {
					return -1
				}
				return 1
			}
			return strings.Compare(strings.ToLower(x.Title), strings.ToLower(y.Title))
		})
		return b, nil
	})
}

// nextDue gives the first day by which something of a run is to be done; zero where nothing has one.
func nextDue(r *core.Run) core.Date {
	var next core.Date
	for _, item := range r.Items {
		if item.Done.IsZero() && !item.Due.IsZero() && (next.IsZero() || item.Due.Before(next)) {
			next = item.Due
		}
	}
	return next
}
