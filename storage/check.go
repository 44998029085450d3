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
	report := checkHere(path)
	_ = json.NewEncoder(out).Encode(report)
	return true
}

// Check looks at every byte that a workspace says anything by: bbolt's structure, each checksum, record, count
// and index entry, and the journal. It works in a child process, so that a damaged file can't end this one.
func Check(ctx context.Context, path string) (*Report, error) {
	if err := lookAt(path, Options{ReadOnly: true}); err != nil {
		return nil, err
	}
	self, err := os.Executable()
	if err != nil {
		return nil, fileError(path, err)
	}
	cmd := exec.CommandContext(ctx, self)
	cmd.Env = append(os.Environ(), checkEnv+"="+path)
	raw, err := cmd.Output()
	if ctx.Err() != nil {
		return nil, core.Wrap(core.CodeCancelled, ctx.Err())
	}
	report := new(Report)
	if jsonErr := json.Unmarshal(raw, report); err != nil || jsonErr != nil {
		return &Report{Findings: []Finding{{Where: "file", Reason: "the check did not survive it"}}}, nil
	}
	if report.Refused != nil {
		return nil, report.Refused
	}
	return report, nil
}

func checkHere(path string) *Report {
	report := &Report{Counts: map[core.Kind]int{}}
	s, err := open(context.Background(), path, Options{ReadOnly: true}, 0)
	if err == nil {
		err = s.view(context.Background(), func(r *reader) error {
			c := &checker{*r, report}
			return step(func() error {
				c.structure()
				c.records()
				c.indexes()
				c.journal()
				return nil
			})
		})
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
			c.report.Counts[kind]++
			err = errors.Join(rec.Validate(), planner.Accord(rec, look))
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
