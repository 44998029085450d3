package main

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"mentorbook/core"
)

// kindOf understands a kind by its own word or by the word of its list.
func kindOf(word string) (core.Kind, error) {
	if kind, ok := lists()[word]; ok {
		return kind, nil
	}
	if kind := core.Kind(word); kind.Valid() {
		return kind, nil
	}
	all := listNames()
	for _, k := range core.Kinds() {
		all = append(all, string(k))
	}
	return "", oneOf(word, all)
}

func (a *app) show() *cobra.Command {
	return &cobra.Command{
		Use: "show KIND ID", Args: exactly(2),
		RunE: func(c *cobra.Command, args []string) error {
			kind, err := kindOf(args[0])
			if err != nil {
				return err
			}
			p, err := a.read(c.Context())
			if err != nil {
				return err
			}
			id, err := p.Find(c.Context(), kind, args[1])
			if err != nil {
				return err
			}
			rec, err := p.Record(c.Context(), core.Ref{Kind: kind, ID: id})
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
			return core.Wrap(core.CodeFile, err)
		}
	}
	return nil
}
