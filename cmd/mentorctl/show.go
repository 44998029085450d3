package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"mentorbook/core"
)

// kindsOf understands a kind by its own word or by the word of its list. What people call a checklist is what somebody
// was given, as it is listed; it may be a template too.
func kindsOf(word string) ([]core.Kind, error) {
	if kind, ok := lists()[word]; ok && kind != core.KindRun {
		return []core.Kind{kind}, nil
	}
	switch kind := core.Kind(word); {
	case word == "checklists", kind == core.KindChecklist:
		return []core.Kind{core.KindRun, core.KindChecklist}, nil
	case kind.Valid():
		return []core.Kind{kind}, nil
	}
	all := listNames()
	for _, k := range core.Kinds() {
		all = append(all, string(k))
	}
	return nil, oneOf(word, all)
}

// findAmong finds a record of one of several kinds: the first that has it.
func (a *app) findAmong(ctx context.Context, kinds []core.Kind, part string) (ref core.Ref, err error) {
	for i := len(kinds) - 1; i >= 0; i-- { // where none has it, the first kind is named
		id, missing := a.p.Find(ctx, kinds[i], part)
		if core.CodeOf(missing) != core.CodeNotFound {
			ref, err = core.Ref{Kind: kinds[i], ID: id}, missing
		} else if ref.ID.IsZero() {
			err = missing
		}
	}
	return ref, err
}

func (a *app) show() *cobra.Command {
	return &cobra.Command{
		Use: "show KIND ID", Args: exactly(2),
		RunE: func(c *cobra.Command, args []string) error {
			kinds, err := kindsOf(args[0])
			if err != nil {
				return err
			}
			p, err := a.read(c.Context())
			if err != nil {
				return err
			}
			ref, err := a.findAmong(c.Context(), kinds, args[1])
			if err != nil {
				return err
			}
			rec, err := p.Record(c.Context(), ref)
			if err != nil {
				return err
			}
			if a.json {
				return a.print(rec)
			}
			return a.printFields(rec)
		},
	}
}

// printFields writes a record field by field, in the order of their names, as the file format names them.
func (a *app) printFields(rec core.Record) error {
	raw, err := json.Marshal(rec)
	if err != nil {
		return core.Wrap(core.CodeInternal, err)
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(raw, &fields); err != nil {
		return core.Wrap(core.CodeInternal, err)
	}
	var names []string
	for name := range fields {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		value := string(fields[name])
		var text string
		if json.Unmarshal(fields[name], &text) == nil {
			value = core.CleanLine(text)
		}
		if _, err := fmt.Fprintf(a.out, "%s: %s\n", name, value); err != nil {
			return err
		}
	}
	return nil
}
