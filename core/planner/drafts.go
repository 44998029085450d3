package planner

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"mentorbook/core"
)

// Drafts is what can be done with texts that are being typed. They stand outside the journal: a draft is no
// step, and nothing but the field that it belongs to shows it.
type Drafts struct{ e *engine }

// Place tells which field of which record a draft belongs to; false for a key of another form.
func (d Draft) Place() (of core.Ref, field string, ok bool) {
	parts := strings.Split(d.Key, "/")
	if len(parts) != 3 {
		return core.Ref{}, "", false
	}
	id, err := core.ParseID(parts[1])
	if _, known := core.New(core.Kind(parts[0])); err != nil || !known {
		return core.Ref{}, "", false
	}
	return core.Ref{Kind: core.Kind(parts[0]), ID: id}, parts[2], true
}

// Keep saves what stands in a field now; a text of blanks alone says nothing, and drops the draft.
func (s Drafts) Keep(ctx context.Context, key, text string) error {
	if strings.TrimSpace(text) == "" {
		text = ""
	}
	return s.e.Store.SaveDraft(ctx, Draft{Key: key, Text: text, At: s.e.now().UTC().Truncate(time.Millisecond)})
}

// SetAside saves what stood in a field that was closed without keeping it: it waits there, which whoever typed it knows, and is
// settled from the beginning. Of a record that is gone nothing is left behind, which might name who was erased.
func (s Drafts) SetAside(ctx context.Context, key, text string) error {
	d := Draft{Key: key, Text: text, At: s.e.now().UTC().Truncate(time.Millisecond), Settled: true}
	of, _, ok := d.Place()
	if !ok || strings.TrimSpace(text) == "" {
		return s.Keep(ctx, key, "")
	}
	switch _, err := view(ctx, s.e, func(r Reader) (core.Record, error) { return get(r, of) }); {
	case core.CodeOf(err) == core.CodeNotFound:
		return s.Keep(ctx, key, "")
	case err != nil:
		return err
	}
	return s.e.Store.SaveDraft(ctx, d)
}

// Settle marks a text as one of which it is known that it waits where it was typed: it is unfinished no longer, until more is
// typed. One that has changed meanwhile stays as it is.
func (s Drafts) Settle(ctx context.Context, seen Draft) error {
	all, err := s.All(ctx)
	if err != nil {
		return err
	}
	for _, d := range all {
		if d.Key == seen.Key && d.Text == seen.Text {
			d.Settled = true
			return s.e.Store.SaveDraft(ctx, d)
		}
	}
	return nil
}

// All gives what was being typed and never finished, oldest first.
func (s Drafts) All(ctx context.Context) ([]Draft, error) { return s.e.Store.Drafts(ctx) }

// Of gives the drafts of a record by field.
func (s Drafts) Of(ctx context.Context, of core.Ref) (map[string]Draft, error) {
	all, err := s.All(ctx)
	if err != nil {
		return nil, err
	}
	out := map[string]Draft{}
	for _, d := range all {
		if ref, field, ok := d.Place(); ok && ref == of {
			out[field] = d
		}
	}
	return out, nil
}

// Unfinished is a text that was being typed when the program ended, and is kept nowhere else.
type Unfinished struct {
	Draft
	Of    core.Ref
	Field string
	Name  string // of what it belongs to
}

// Unfinished lists such texts, the last saved at the end. Drafts whose record is gone, which say what is kept by now, or which
// are settled, are passed over.
func (s Drafts) Unfinished(ctx context.Context) ([]Unfinished, error) {
	all, err := s.All(ctx)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	return view(ctx, s.e, func(r Reader) ([]Unfinished, error) {
		var out []Unfinished
		for _, d := range all {
			of, field, ok := d.Place()
			if !ok || d.Settled || field == FieldTimer || field == FieldReaders {
				continue
			}
			rec, err := get(r, of)
			if core.CodeOf(err) == core.CodeNotFound {
				continue
			}
			if err != nil {
				return nil, err
			}
			kept, err := keptAlready(r, of, d.Text)
			if err != nil {
				return nil, err
			}
			u := Unfinished{Draft: d, Of: of, Field: field}
			if u.Name, err = nameOf(r, rec); err != nil {
				return nil, err
			}
			if !kept {
				out = append(out, u)
			}
		}
		return out, nil
	})
}

// keptAlready tells whether a note about the record says the same. What is typed into a form of several fields is kept
// as a JSON object of them.
func keptAlready(r Reader, of core.Ref, text string) (bool, error) {
	var fields struct{ Text string }
	if json.Unmarshal([]byte(text), &fields) == nil && fields.Text != "" {
		text = fields.Text
	}
	for n, err := range scan[core.Note](r, Query{Index: NotesAbout, Of: of.ID}) {
		if err != nil || n.Text == text {
			return err == nil, err
		}
	}
	return false, nil
}
