package planner

import (
	"context"

	"mentorbook/core"
)

// Agreements is what can be done with what both sides agreed on.
type Agreements struct{ e *engine }

// Write keeps a new version of a relationship's agreement; the versions before it stay.
func (s Agreements) Write(ctx context.Context, agreement core.Agreement) (*core.Agreement, error) {
	a := agreement
	a.Head, a.Signed = core.Head{}, nil
	_, err := s.e.do(ctx, TitleAgreementWritten, nil, func(u *unit) error {
		if _, err := load[core.Relationship](u, a.Relationship); err != nil {
			return err
		}
		n, err := countKeys(u, Query{Index: AgreementsOf, Of: a.Relationship})
		a.Version = n + 1
		if err != nil {
			return err
		}
		return u.put(&a)
	})
	return &a, err
}

// Sign keeps a side's yes to one version. One that is said to be given later than now is refused: CodeFuture.
func (s Agreements) Sign(ctx context.Context, id core.ID, said core.Said) error {
	return change(ctx, s.e, TitleAgreementSigned, id, func(u *unit, a *core.Agreement) (string, error) {
		ws, err := workspaceOf(u)
		if err != nil {
			return "", err
		}
		completeSaid(u, &said, ws.Owner)
		if said.At.After(u.now) {
			return "", core.FailField(core.CodeFuture, "said.at", "value", core.DateOf(said.At))
		}
		a.Signed = append(a.Signed, said)
		return "", nil
	})
}

// Of gives the versions of a relationship's agreement, oldest first.
func (s Agreements) Of(ctx context.Context, rel core.ID) ([]*core.Agreement, error) {
	return view(ctx, s.e, func(r Reader) ([]*core.Agreement, error) {
		return collect(scan[core.Agreement](r, Query{Index: AgreementsOf, Of: rel}))
	})
}
