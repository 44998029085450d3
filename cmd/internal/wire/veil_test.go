package wire

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/core/sample"
	"mentorbook/storage"
)

// TestTheVeilChangesNamesAlone reads all that pages read, of both samples, with and without a veil: whatever is no text is the same.
// Invitations go out first to all that takes any, as what stands in them is compared with what is true.
func TestTheVeilChangesNamesAlone(t *testing.T) {
	for _, as := range []core.Role{core.RoleMentor, core.RoleMentee} {
		p, ctx := sampleAs(t, as), t.Context()
		n := sendAll(t, p)
		names := 0
		veil := planner.Veil{Called: func(core.Kind, core.ID) string { names++; return "Somebody" }}
		for what, read := range whatPagesRead(t, p) {
			plain, err := read(ctx)
			ok(t, err)
			seen, err := read(veil.Over(ctx))
			ok(t, err)
			a, b := saidApart(plain), saidApart(seen)
			for _, line := range a {
				if !slices.Contains(b, line) {
					t.Errorf("%s, %s: only without a veil: %s", as, what, line)
				}
			}
			for _, line := range b {
				if !slices.Contains(a, line) {
					t.Errorf("%s, %s: only through the veil: %s", as, what, line)
				}
			}
		}
		if names == 0 || n == 0 && as == core.RoleMentor {
			t.Errorf("%s: %d names, %d messages", as, names, n)
		}
	}
}

func sampleAs(t *testing.T, as core.Role) *planner.Planner {
	t.Helper()
	store, err := storage.Create(t.Context(), filepath.Join(t.TempDir(), "a.mentorbook"), storage.Options{})
	ok(t, err)
	t.Cleanup(func() { ok(t, store.Close()) })
	p, err := Planner(t.Context(), store, Clock{Fixed: noon()}, "test", core.English)
	ok(t, err)
	ok(t, p.Exchange.Fill(t.Context(), planner.TitleSampleMade, sample.Records(sample.Options{As: as, Now: noon()}), nil))
	return p
}

// sendAll invites to every second meeting and series that takes an invitation, and tells to how many.
func sendAll(t *testing.T, p *planner.Planner) (n int) {
	t.Helper()
	for i, rec := range matters(t, p) {
		if i%2 == 0 {
			continue
		}
		if _, err := p.Invitations.Send(t.Context(), rec.Base().ID, core.MethodRequest, filepath.Join(t.TempDir(), "a.ics")); err == nil {
			n++
		}
	}
	return n
}

func matters(t *testing.T, p *planner.Planner) (out []core.Record) {
	t.Helper()
	for _, kind := range []core.Kind{core.KindMeeting, core.KindSeries} {
		all, err := p.List(t.Context(), planner.Filter{Kind: kind})
		ok(t, err)
		out = append(out, all...)
	}
	return out
}

func whatPagesRead(t *testing.T, p *planner.Planner) map[string]func(context.Context) (any, error) {
	t.Helper()
	records := matters(t, p)
	rels, err := p.Relationships.All(t.Context())
	ok(t, err)
	day, err := p.TodayDate(t.Context())
	ok(t, err)
	around := core.Period{From: day.AddDays(-60), To: day.AddDays(60)}
	out := map[string]func(context.Context) (any, error){
		"today":     func(ctx context.Context) (any, error) { return p.Today(ctx) },
		"mentee":    func(ctx context.Context) (any, error) { return p.MenteeDay(ctx) },
		"plans":     func(ctx context.Context) (any, error) { return p.Plans(ctx) },
		"places":    func(ctx context.Context) (any, error) { return p.Places(ctx) },
		"year":      func(ctx context.Context) (any, error) { return p.Year(ctx, around.From, 20) },
		"board":     func(ctx context.Context) (any, error) { return p.Checklists.Board(ctx) },
		"releases":  func(ctx context.Context) (any, error) { return p.Releases.Log(ctx) },
		"standings": func(ctx context.Context) (any, error) { return p.Replies.Standings(ctx, records) },
		"answers":   func(ctx context.Context) (any, error) { return p.Replies.OwnAnswers(ctx, records) },
		"calendar": func(ctx context.Context) (any, error) {
			return p.Calendar(ctx, planner.CalendarWish{Period: around})
		},
	}
	for _, rec := range records {
		id := rec.Base().ID
		out["versions of "+id.String()] = func(ctx context.Context) (any, error) { return p.Invitations.Versions(ctx, id) }
		out["owed of "+id.String()] = func(ctx context.Context) (any, error) {
			return p.Invitations.Owed(ctx, []core.Ref{core.RefOf(rec)})
		}
	}
	for _, rel := range rels {
		out["overview of "+rel.ID.String()] = func(ctx context.Context) (any, error) { return p.Relationships.Overview(ctx, rel.ID) }
		req := core.ReportRequest{Relationship: rel.ID, Language: core.English, Period: around, Audience: core.AudienceMentor}
		out["mentions of "+rel.ID.String()] = func(ctx context.Context) (any, error) {
			all, err := p.Reports.Mentions(ctx, req)
			if core.CodeOf(err) == core.CodeState {
				return nil, nil
			}
			return all, err
		}
	}
	return out
}

// saidApart gives whatever is no text, without its place in a list: lists in the order of names have another one under other names.
func saidApart(v any) []string {
	var out []string
	var walk func(path string, v reflect.Value, depth int)
	walk = func(path string, v reflect.Value, depth int) {
		if depth > 12 {
			panic(errors.New("too deep: " + path))
		}
		switch v.Kind() {
		case reflect.Pointer, reflect.Interface:
			if !v.IsNil() {
				walk(path, v.Elem(), depth+1)
			}
		case reflect.Slice, reflect.Array:
			if v.Type() == reflect.TypeFor[core.ID]() {
				out = append(out, path+" = "+fmt.Sprint(v))
				return
			}
			out = append(out, fmt.Sprint(path, " has ", v.Len()))
			for i := range v.Len() {
				walk(path, v.Index(i), depth+1)
			}
		case reflect.Map:
			for _, k := range v.MapKeys() {
				walk(fmt.Sprint(path, "[", k, "]"), v.MapIndex(k), depth+1)
			}
		case reflect.Struct:
			for i := range v.NumField() {
				walk(path+"."+v.Type().Field(i).Name, v.Field(i), depth+1)
			}
		case reflect.Func, reflect.Chan, reflect.UnsafePointer:
		default:
			if v.Type() != reflect.TypeFor[string]() {
				out = append(out, fmt.Sprint(path, " = ", v))
			}
		}
	}
	walk("", reflect.ValueOf(v), 0)
	return out
}
