package planner

import (
	"context"
	"io"

	"mentorbook/core"
)

// CheckExport reads a whole export without taking it: that it is one, that it is whole, and each record for itself. What
// it finds is told as Import tells it; only how the records hang together is left for Import itself.
func CheckExport(ctx context.Context, in io.Reader) error {
	seen := map[core.Ref]bool{}
	for one, err := range readRecords(withoutMark(in)) {
		if err != nil || one.rec == nil {
			return err
		}
		ref := core.RefOf(one.rec)
		if seen[ref] {
			return badRecord(one, core.FailField(core.CodeDuplicate, "id", "value", ref.ID.String()))
		}
		if seen[ref] = true; one.n%tellEvery == 0 && ctx.Err() != nil {
			return core.Wrap(core.CodeCancelled, ctx.Err())
		}
	}
	return nil
}
