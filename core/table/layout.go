package table

import (
	"context"
	"io"
	"slices"

	"mentorbook/core"
)

// Layout tells what the columns of a spreadsheet of a kind are taken for, also where too few of them are for its rows to
// mean anything. A heading that stands there twice is taken for nothing.
func (History) Layout(ctx context.Context, kind core.Kind, r io.Reader, o core.TableOptions) (*core.TableLayout, error) {
	cols := map[core.Kind]Columns{core.KindMeeting: MeetingColumns(), core.KindGoal: GoalColumns(), core.KindAction: ActionColumns()}[kind]
	t, err := Read(ctx, r, cols.Known(o.Columns))
	if err != nil {
		return nil, err
	}
	out := &core.TableLayout{Fields: cols.fields(), Taken: map[string]string{}}
	for _, h := range t.Headings {
		if Key(h) != "" && !slices.Contains(out.Headings, h) {
			out.Headings = append(out.Headings, h)
		}
	}
	places, _, err := cols.find(t, o.Columns, o.Only)
	if err == nil {
		for field, i := range places {
			out.Taken[field] = t.Headings[i]
		}
	}
	return out, nil
}
