package storage

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// Finding is what a check found wrong.
type Finding struct {
	Where   string      `json:"where"`
	Reason  string      `json:"reason"`
	Refused *core.Error `json:"refused,omitempty"` // the rule that a record breaks
}

// Report is what a check found.
type Report struct {
	Counts   map[core.Kind]int `json:"counts"`
	Findings []Finding         `json:"findings,omitempty"`

	Unfinished bool `json:"unfinished"` // bulk work that was cut off lies in the file, and waits to be taken back

	Refused *core.Error `json:"refused,omitempty"` // why the file could not be checked; from the child to Check
}

// checkEnv tells a program that it was started to check a file: bbolt's own check runs in a goroutine that no
// guard reaches, so that a badly damaged file can end the process.
const checkEnv = "MENTORBOOK_CHECK_FILE"

// maxFindings bounds a report: a broken file can be wrong in a million places.
const maxFindings = 100

// RunCheckChild checks the file that the environment names, prints the report and tells that it did. A
// program calls it first of all.
func RunCheckChild(out io.Writer) bool {
	path := os.Getenv(checkEnv)
	if path == "" {
		return false
	}
	lines, last := json.NewEncoder(out), -1
	report := checkHere(path, func(done, total int) {
		if part := done * 100 / max(total, 1); part != last {
			last = part
			_ = lines.Encode(checkLine{Done: done, Total: total})
		}
	})
	_ = lines.Encode(checkLine{Report: report})
	return true
}

// checkLine is what the child says: how far it is, and at last what it found.
type checkLine struct {
	Done   int     `json:"done,omitempty"`
	Total  int     `json:"total,omitempty"`
	Report *Report `json:"report,omitempty"`
}

// listen reads what a child says; nil where it ended before its report.
func listen(child io.Reader, tell Progress) *Report {
	lines := json.NewDecoder(child)
	for {
		var line checkLine
		if lines.Decode(&line) != nil || line.Report != nil {
			return line.Report
		}
		tell.say(line.Done, line.Total)
	}
}

// Check looks at every byte that a workspace says anything by: bbolt's structure, each checksum, record, count
// and index entry, and the journal. It works in a child process, so that a damaged file can't end this one.
func Check(ctx context.Context, path string) (*Report, error) { return CheckTelling(ctx, path, nil) }

// CheckTelling is Check that tells how many records and entries of the journal are looked at, each record twice; nil for
// nobody.
func CheckTelling(ctx context.Context, path string, tell Progress) (*Report, error) {
	if err := lookAt(path, Options{ReadOnly: true}); err != nil {
		return nil, err
	}
	if os.Getenv(checkEnv) != "" { // a child that was not told to look would start another one, and that one the next
		return nil, core.Fail(core.CodeInternal, "reason", "a program that does not call RunCheckChild")
	}
	self, err := os.Executable()
	if err != nil {
		return nil, fileError(path, err)
	}
	cmd := exec.CommandContext(ctx, self)
	cmd.Env = append(os.Environ(), checkEnv+"="+path)
	said, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		if ctx.Err() != nil {
			return nil, core.Wrap(core.CodeCancelled, ctx.Err())
		}
		return nil, fileError(path, err)
	}
	report := listen(said, tell)
	_, _ = io.Copy(io.Discard, said)
	err = cmd.Wait()
	if ctx.Err() != nil {
		return nil, core.Wrap(core.CodeCancelled, ctx.Err())
	}
	if err != nil || report == nil {
		return &Report{Findings: []Finding{{Where: "file", Reason: "the check did not survive it"}}}, nil
	}
	if report.Refused != nil {
		return nil, report.Refused
	}
	return report, nil
}

func checkHere(path string, tell Progress) *Report {
	report := &Report{Counts: map[core.Kind]int{}}
	s, err := open(context.Background(), path, Options{ReadOnly: true}, 0)
	if err == nil {
		err = s.view(context.Background(), func(r *reader) error {
			c := &checker{reader: *r, report: report, tell: tell}
			return step(func() error {
				c.measure()
				c.structure()
				c.records()
				c.indexes()
				c.journal()
				return nil
			})
		})
		if len(report.Findings) == 0 && err == nil {
			report.Unfinished, err = planner.CutOff(context.Background(), s)
		}
		err = errors.Join(err, s.Close())
	}
	var coded *core.Error
	switch {
	case err == nil:
	case errors.As(err, &coded) && coded.Code != core.CodeDamaged && coded.Code != core.CodeInternal:
		report.Refused = &core.Error{Code: coded.Code, Args: coded.Args}
	default:
		report.add("file", wordsOf(err))
	}
	return report
}

func (r *Report) add(where, reason string) {
	if len(r.Findings) < maxFindings {
		r.Findings = append(r.Findings, Finding{Where: where, Reason: reason})
	}
}

type checker struct {
	reader
	report *Report

	callings    core.Callings
	tell        Progress
	done, total int
}

// measure counts what there is to look at. A count that can't be read is told of later; it only makes the rest seem less.
func (c *checker) measure() {
	for _, kind := range core.Kinds() {
		n, _ := c.Count(kind)
		c.total += 2 * n // by records and by indexes
	}
	n, _ := c.count(bucketJournal)
	c.total += n
}

// seen tells of one more that was looked at.
func (c *checker) seen() {
	c.done++
	c.tell.say(min(c.done, c.total), c.total)
}

func (c *checker) structure() {
	for err := range c.tx.Check() {
		c.report.add("structure", err.Error())
	}
}

// records reads every record, and holds it against the rules, and against those that it names.
func (c *checker) records() {
	look := planner.Remembered(map[core.Ref]core.Record{}, c.Get)
	for _, kind := range core.Kinds() {
		for rec, err := range c.All(kind) {
			if err != nil {
				c.report.add(string(kind), wordsOf(err))
				continue
			}
			c.seen()
			c.report.Counts[kind]++
			err = errors.Join(rec.Validate(), planner.Accord(rec, look), c.callings.Take(rec))
			if c.report.Counts[core.KindWorkspace] > 0 { // it has begun: what is named has to be there
				err = errors.Join(err, core.Missing(rec, look))
			}
			c.breaks(rec, err)
		}
	}
}

// breaks tells of the rules that a record breaks. What can't be read of those that it names is told where it stands.
func (c *checker) breaks(rec core.Record, err error) {
	for _, e := range core.Problems(err) {
		if e.Code == core.CodeDamaged || e.Code == core.CodeInternal || len(c.report.Findings) >= maxFindings {
			continue
		}
		c.report.Findings = append(c.report.Findings, Finding{Where: core.RefOf(rec).String(), Reason: e.Error(), Refused: &core.Error{Code: e.Code, Field: e.Field, Args: e.Args}})
	}
}

// indexes works every entry out again from the records, and compares.
func (c *checker) indexes() {
	want := map[string]int{}
	for _, kind := range core.Kinds() {
		for rec, err := range c.All(kind) {
			if err != nil {
				break // told already
			}
			c.seen()
			for s := range spots(planner.IndexKeys(rec), rec.Base().ID) {
				want[string(s.index)]++
				b := c.tx.Bucket([]byte(prefixIndex + string(s.index)))
				if b == nil || !bytes.Equal(b.Get(s.key[:]), entryValue(s.index, s.key[:], kind)) {
					c.report.add(string(s.index), "an entry is missing")
				}
			}
		}
	}
	names, err := c.bucketNames(prefixIndex)
	if err != nil {
		c.report.add("indexes", wordsOf(err))
	}
	for _, name := range names {
		n, index := 0, name[len(prefixIndex):]
		_ = c.tx.Bucket([]byte(name)).ForEach(func(_, _ []byte) error { n++; return nil })
		if n != want[index] {
			c.report.add(index, fmt.Sprintf("%d entries where %d belong", n, want[index]))
		}
	}
}

// journal reads every entry, and holds the two indexes of the journal against them.
func (c *checker) journal() {
	records, groups := 0, 0
	for cs, err := range c.Journal(planner.JournalQuery{}) {
		if err != nil {
			c.report.add(bucketJournal, wordsOf(err))
			return
		}
		c.seen()
		touched := map[core.ID]bool{}
		for _, change := range cs.Changes {
			touched[change.Ref.ID] = true
		}
		for id := range touched {
			c.paired(bucketByRecord, id, cs.ID)
		}
		records += len(touched)
		if !cs.Group.IsZero() {
			c.paired(bucketByGroup, cs.Group, cs.ID)
			groups++
		}
	}
	for bucket, want := range map[string]int{bucketByRecord: records, bucketByGroup: groups} {
		if n, err := c.count(bucket); err != nil || n != want {
			c.report.add(bucket, fmt.Sprintf("%d entries where %d belong", n, want))
		}
	}
}

func (c *checker) paired(bucket string, a, b core.ID) {
	key := append(append(make([]byte, 0, 32), a[:]...), b[:]...)
	if found, err := c.take(bucket, key, func(value []byte) error { _, err := readPair(bucket, key, value); return err }); err != nil || !found {
		c.report.add(bucket, "an entry is missing")
	}
}
