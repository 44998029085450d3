package planner

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"iter"

	"mentorbook/core"
)

// Exchange carries a whole workspace out of its file and into a new one, as JSON that other programs can read.
type Exchange struct{ e *engine }

// The format of an export: docs/format.md describes it.
const (
	FormatName    = "mentorbook"
	FormatVersion = 1
)

type formatHead struct {
	Format  string `json:"format"`
	Version int    `json:"version"`
}

type formatRecord struct {
	Kind   core.Kind       `json:"kind"`
	Record json.RawMessage `json:"record"`
}

// Export writes every record, one a line: first what the format is, then the records by kind and id. The same
// workspace always gives the same bytes. The journal, drafts and backups stay behind.
func (s Exchange) Export(ctx context.Context, w io.Writer) error {
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(formatHead{FormatName, FormatVersion}); err != nil {
		return core.Wrap(core.CodeFile, err)
	}
	err := s.e.Store.View(ctx, func(r Reader) error {
		for _, kind := range core.Kinds() {
			for rec, err := range r.All(kind) {
				if err != nil {
					return err
				}
				raw, err := json.Marshal(rec)
				if err != nil {
					return core.Wrap(core.CodeInternal, err)
				}
				if err := enc.Encode(formatRecord{kind, raw}); err != nil {
					return core.Wrap(core.CodeFile, err)
				}
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return core.Wrap(core.CodeFile, out.Flush())
}

// WriteFile exports to a file, whole or not at all.
func (s Exchange) WriteFile(ctx context.Context, path string) error {
	var out bytes.Buffer
	if err := s.Export(ctx, &out); err != nil {
		return err
	}
	return s.e.Files.WriteFile(path, out.Bytes())
}

// maxRecordLine is the longest line that an import reads: a record with a text at its limit, and room.
const maxRecordLine = 64 << 20

// Import reads an export into a workspace that holds nothing yet: CodeExists otherwise. Records keep their
// ids, revisions and times. A line that can't be taken ends the import, and nothing of it stays.
func (s Exchange) Import(ctx context.Context, in io.Reader, progress Progress) error {
	empty, err := view(ctx, s.e, func(r Reader) (bool, error) {
		n, err := r.Count(core.KindWorkspace)
		return n == 0, err
	})
	if err != nil {
		return err
	}
	if !empty {
		return core.Fail(core.CodeExists, "value", string(core.KindWorkspace))
	}
	_, err = bulk(ctx, s.e, TitleWorkspaceImported, nil, progress, readRecords(in), func(u *unit, rec core.Record) error {
		if _, err := u.Get(core.RefOf(rec)); err == nil {
			return core.Fail(core.CodeDuplicate, "value", rec.Base().ID.String())
		}
		return u.restore(rec)
	})
	return err
}

// restore writes a record as it is, head and all.
func (u *unit) restore(rec core.Record) error {
	sum, err := ContentSum(rec)
	if err != nil {
		return err
	}
	if err := u.Put(rec); err != nil {
		return err
	}
	return u.note(rec, nil, sum)
}

// readRecords walks the records of an export, each checked.
func readRecords(in io.Reader) iter.Seq2[core.Record, error] {
	return func(yield func(core.Record, error) bool) {
		lines := bufio.NewScanner(in)
		lines.Buffer(make([]byte, 0, 64<<10), maxRecordLine)
		spaces := 0
		for n := 1; lines.Scan(); n++ {
			if n == 1 {
				if err := checkHead(lines.Bytes()); err != nil {
					yield(nil, err)
					return
				}
				continue
			}
			rec, err := parseRecord(lines.Bytes(), n)
			if rec != nil && rec.Kind() == core.KindWorkspace {
				spaces++
			}
			if err == nil && spaces > 1 {
				err = badLine(n, "a second workspace record")
			}
			if !yield(rec, err) || err != nil {
				return
			}
		}
		switch err := lines.Err(); {
		case errors.Is(err, bufio.ErrTooLong):
			yield(nil, core.Fail(core.CodeTooLarge, "path", "", "max", maxRecordLine))
		case err != nil:
			yield(nil, core.Wrap(core.CodeFile, err))
		case spaces == 0:
			yield(nil, core.Fail(core.CodeNotImport, "path", "", "reason", "no workspace record"))
		}
	}
}

func checkHead(line []byte) error {
	var head formatHead
	if err := json.Unmarshal(line, &head); err != nil || head.Format != FormatName {
		return core.Fail(core.CodeNotImport, "path", "", "reason", "not a mentorbook export")
	}
	if head.Version > FormatVersion || head.Version < 1 {
		return core.Fail(core.CodeNewer, "path", "", "have", head.Version, "know", FormatVersion)
	}
	return nil
}

func parseRecord(line []byte, n int) (core.Record, error) {
	var outer formatRecord
	if err := strict(line, &outer); err != nil {
		return nil, badLine(n, err.Error())
	}
	rec, ok := core.New(outer.Kind)
	if !ok {
		return nil, badLine(n, "unknown kind")
	}
	if err := strict(outer.Record, rec); err != nil {
		return nil, badLine(n, err.Error())
	}
	if rec.Base().ID.IsZero() {
		return nil, badLine(n, "no id")
	}
	if err := rec.Validate(); err != nil {
		return nil, badLine(n, err.Error())
	}
	return rec, nil
}

// strict refuses fields that this version does not know, rather than lose them in silence.
func strict(raw []byte, into any) error {
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	return dec.Decode(into)
}

func badLine(n int, reason string) error {
	return core.Fail(core.CodeBadRow, "line", n, "reason", reason)
}
