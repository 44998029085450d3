package planner

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"strings"

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

// An export is one JSON object, with a record on each line: {"format": …, "version": …, "records": [ … ]}.
const (
	exportOpening = `{"format":"` + FormatName + `","version":1,"records":[`
	exportClosing = "\n]}\n"
)

type formatRecord struct {
	Kind   core.Kind       `json:"kind"`
	Record json.RawMessage `json:"record"`
}

// Export writes every record, by kind and id. The same
// workspace always gives the same bytes. The journal, drafts and backups stay behind.
func (s Exchange) Export(ctx context.Context, w io.Writer) error {
	return s.export(ctx, w, func(int, int) {})
}

// export is Export that tells how many of the records are written, of how many.
func (s Exchange) export(ctx context.Context, w io.Writer, tell func(done, total int)) error {
	out := bufio.NewWriter(w)
	if _, err := out.WriteString(exportOpening); err != nil {
		return core.Wrap(core.CodeFile, err)
	}
	separator := "\n"
	err := s.e.Store.View(ctx, func(r Reader) error {
		done, total := 0, 0
		for _, kind := range core.Kinds() {
			n, err := r.Count(kind)
			if err != nil {
				return err
			}
			total += n
		}
		for _, kind := range core.Kinds() {
			for rec, err := range r.All(kind) {
				if err != nil {
					return err
				}
				if err := exportRecord(out, separator, rec); err != nil {
					return err
				}
				separator = ",\n"
				if done++; done%tellEvery == 0 {
					if err := ctx.Err(); err != nil {
						return core.Wrap(core.CodeCancelled, err)
					}
					tell(done, total)
				}
			}
		}
		_, err := out.WriteString(exportClosing)
		return core.Wrap(core.CodeFile, err)
	})
	if err != nil {
		return err
	}
	return core.Wrap(core.CodeFile, out.Flush())
}

func exportRecord(out *bufio.Writer, separator string, rec core.Record) error {
	var line bytes.Buffer
	line.WriteString(separator)
	enc := json.NewEncoder(&line)
	enc.SetEscapeHTML(false)
	raw, err := json.Marshal(rec)
	if err != nil {
		return core.Wrap(core.CodeInternal, err)
	}
	if err := enc.Encode(formatRecord{rec.Kind(), raw}); err != nil {
		return core.Wrap(core.CodeInternal, err)
	}
	line.Truncate(line.Len() - 1) // the encoder's own line end
	_, err = out.Write(line.Bytes())
	return core.Wrap(core.CodeFile, err)
}

// tellEvery is how many records are written between one word of how far the work has come and the next.
const tellEvery = 100

// WriteFile exports to a file, whole or not at all. tell is told how many of the records are read, of how many; nil
// for nobody.
func (s Exchange) WriteFile(ctx context.Context, path string, tell func(done, total int)) error {
	if tell == nil {
		tell = func(int, int) {}
	}
	var out bytes.Buffer
	if err := s.export(ctx, &out, tell); err != nil {
		return err
	}
	return s.e.Files.WriteFile(path, out.Bytes())
}

// Import reads an export into a workspace that holds nothing yet: CodeExists otherwise. Records keep their
// ids, revisions and times. A line that can't be taken ends the import, and nothing of it stays.
func (s Exchange) Import(ctx context.Context, in io.Reader, progress Progress) error {
	in = withoutMark(in)
	if err := s.refuseFilled(ctx); err != nil {
		return err
	}
	all := newSettling()
	return bulkForGood(ctx, s.e, TitleWorkspaceImported, progress, readRecords(in), func(u *unit, one numbered) error {
		if one.rec == nil {
			return all.rest(u)
		}
		if _, err := u.Get(core.RefOf(one.rec)); err == nil {
			return badRecord(one, core.FailField(core.CodeDuplicate, "id", "value", one.rec.Base().ID.String()))
		}
		if err := u.restore(one.rec); err != nil {
			return err
		}
		return all.add(u, one)
	})
}

// withoutMark passes over a byte order mark, which some editors put before a text when they save it (RFC 8259 8.1).
func withoutMark(in io.Reader) io.Reader {
	out := bufio.NewReader(in)
	if first, err := out.Peek(3); err == nil && string(first) == "\uFEFF" {
		_, _ = out.Discard(3) // what was peeked at is there
	}
	return out
}

func (s Exchange) refuseFilled(ctx context.Context) error {
	n, err := view(ctx, s.e, func(r Reader) (int, error) { return r.Count(core.KindWorkspace) })
	if err == nil && n > 0 {
		err = core.Fail(core.CodeExists, "value", string(core.KindWorkspace))
	}
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

// numbered is a record of an export with its place there, counted from one. The zero value is the end of the file.
type numbered struct {
	n   int
	rec core.Record
}

// readRecords walks the records of an export, each checked for itself, and then the end of a file that is whole.
func readRecords(in io.Reader) iter.Seq2[numbered, error] {
	return func(yield func(numbered, error) bool) {
		dec := json.NewDecoder(in)
		if err := openRecords(dec); err != nil {
			yield(numbered{}, err)
			return
		}
		spaces := 0
		for n := 1; dec.More(); n++ {
			one, err := nextRecord(dec, n)
			if err == nil && one.rec.Kind() == core.KindWorkspace {
				if spaces++; spaces > 1 {
					err = badRecord(one, core.Fail(core.CodeNotImport, "reason", "a second workspace record"))
				}
			}
			if !yield(one, err) || err != nil {
				return
			}
		}
		yield(numbered{}, closeRecords(dec, spaces))
	}
}

// openRecords reads an export up to its first record: the format, the version, then the list.
func openRecords(dec *json.Decoder) error {
	var head formatHead
	steps := []struct {
		want any
		into any
	}{{json.Delim('{'), nil}, {"format", &head.Format}, {"version", &head.Version}, {"records", nil}}
	for _, step := range steps {
		token, err := dec.Token()
		if err != nil || token != step.want {
			return notExport("not a mentorbook export")
		}
		if step.into != nil && dec.Decode(step.into) != nil {
			return notExport("not a mentorbook export")
		}
	}
	if head.Format != FormatName {
		return notExport("not a mentorbook export")
	}
	if head.Version < 1 {
		return notExport("no version that there ever was")
	}
	if head.Version > FormatVersion {
		return core.Fail(core.CodeNewer, "path", "", "have", head.Version, "know", FormatVersion)
	}
	if token, err := dec.Token(); err != nil || token != json.Delim('[') {
		return notExport("no list of records")
	}
	return nil
}

// closeRecords reads what follows the last record: a file that was cut off ends too early.
func closeRecords(dec *json.Decoder, spaces int) error {
	for _, want := range []json.Delim{']', '}'} {
		if token, err := dec.Token(); err != nil || token != want {
			return notExport("the file ends too early")
		}
	}
	if _, err := dec.Token(); err != io.EOF {
		return notExport("something follows the end")
	}
	if spaces == 0 {
		return notExport("no workspace record")
	}
	return nil
}

func notExport(reason string) error {
	return core.Fail(core.CodeNotImport, "path", "", "reason", reason)
}

func nextRecord(dec *json.Decoder, n int) (numbered, error) {
	var raw json.RawMessage
	if err := dec.Decode(&raw); err != nil {
		return numbered{n: n}, badRecord(numbered{n: n}, core.Fail(core.CodeNotImport, "reason", "the file ends too early, or is no JSON"))
	}
	return parseRecord(raw, n)
}

func parseRecord(line []byte, n int) (numbered, error) {
	one := numbered{n: n}
	var outer formatRecord
	if err := strict(line, &outer); err != nil {
		return one, badRecord(one, err)
	}
	if outer.Kind == "" || len(outer.Record) == 0 {
		return one, badRecord(one, core.Fail(core.CodeNotImport, "reason", "no record"))
	}
	rec, ok := core.New(outer.Kind)
	if !ok {
		return one, badRecord(one, core.Fail(core.CodeNotImport, "reason", "unknown kind "+core.Excerpt(string(outer.Kind))))
	}
	err := strict(outer.Record, rec)
	one.rec = rec
	twice := ""
	if err == nil {
		twice = strangeName(line)
	}
	switch {
	case err != nil:
		err = inField(err, undecodedField(outer.Kind, outer.Record))
	case plainName(twice) && twice != "":
		err = core.FailField(core.CodeDuplicate, twice, "value", twice)
	case twice != "":
		err = core.Fail(core.CodeNotImport, "reason", "unknown field "+core.Excerpt(twice))
	case nothingIn(outer.Record) != "": // it would be taken for what is not there
		err = core.FailField(core.CodeNotImport, nothingIn(outer.Record), "reason", reasonKind)
	case !wellFormed(outer.Record):
		err = core.FailField(core.CodeBadText, brokenField(outer.Record))
	case rec.Base().ID.IsZero():
		err = core.FailField(core.CodeRequired, "id")
	default:
		err = rec.Validate()
	}
	return one, badRecord(one, err)
}

// inField names the field of what could not be decoded, which knows no more than what it should have been.
func inField(err error, field string) error {
	for _, e := range core.Problems(err) {
		if field != "" && e.Code != core.CodeNotImport || e.Args["reason"] == reasonKind {
			c := *e
			c.Field = field
			return &c
		}
	}
	return err
}

// reasonKind is why a value of another kind, such as a figure in the place of a text, can't be taken.
const reasonKind = "another kind of value"

// strict refuses fields that this version does not know, rather than lose them in silence. Its errors are coded.
func strict(raw []byte, into any) error {
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	err := dec.Decode(into)
	var wrongType *json.UnmarshalTypeError
	if errors.As(err, &wrongType) {
		return core.FailField(core.CodeNotImport, wrongType.Field, "reason", reasonKind)
	}
	if err == nil || core.CodeOf(err) != core.CodeInternal {
		return err
	}
	if name, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		return core.Fail(core.CodeNotImport, "reason", "unknown field "+strings.Trim(name, `"`))
	}
	return core.Fail(core.CodeNotImport, "reason", "the file ends too early, or is no JSON")
}

// IsExport tells whether a file begins as an export does.
func IsExport(in io.Reader) bool {
	dec := json.NewDecoder(withoutMark(in))
	for _, want := range []json.Token{json.Delim('{'), "format", FormatName} {
		if token, err := dec.Token(); err != nil || token != want {
			return false
		}
	}
	return true
}

// badRecord says which record of an export can't be taken, and why; nil for no reason.
func badRecord(one numbered, why error) error {
	if why == nil {
		return nil
	}
	e := core.Fail(core.CodeBadRow, "kind", "record", "line", one.n, "reason", why)
	if one.rec != nil && !one.rec.Base().ID.IsZero() {
		e.Args["kind"], e.Args["of"], e.Args["id"] = "record_of", one.rec.Kind(), one.rec.Base().ID.String()
	}
	return e
}

// Fill makes records in a workspace that holds nothing yet, as one bulk work that can't be taken back: CodeExists
// otherwise. It is how samples are made.
func (s Exchange) Fill(ctx context.Context, title Title, records iter.Seq2[core.Record, error], progress Progress) error {
	if err := s.refuseFilled(ctx); err != nil {
		return err
	}
	return bulkForGood(ctx, s.e, title, progress, records, func(u *unit, rec core.Record) error { return u.create(rec) })
}
