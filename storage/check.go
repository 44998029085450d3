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

	"go.etcd.io/bbolt"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// Finding is what a check found wrong.
type Finding struct {
	Where  string `json:"where"`
	Reason string `json:"reason"`
}

// Report is what a check found.
type Report struct {
	Counts   map[core.Kind]int `json:"counts"`
	Findings []Finding         `json:"findings,omitempty"`
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
		return &Report{Findings: []Finding{{"file", "the check did not survive it"}}}, nil
	}
	return report, nil
}

func checkHere(path string) *Report {
	report := &Report{Counts: map[core.Kind]int{}}
	err := guard(func() error {
		db, err := bbolt.Open(path, 0o600, boltOptions(Options{ReadOnly: true}))
		if err != nil {
			return openError(path, err)
		}
		defer db.Close()
		return db.View(func(tx *bbolt.Tx) error {
			if err := checkSchema(path)(tx); err != nil {
				return err
			}
			c := &checker{reader{tx: tx}, report}
			c.structure()
			c.records()
			c.indexes()
			c.journal()
			return nil
		})
	})
	if err != nil {
		report.add("file", wordsOf(err))
	}
	return report
}

func wordsOf(err error) string {
	var coded *core.Error
	if errors.As(err, &coded) && coded.Args["reason"] != nil {
		return fmt.Sprint(coded.Args["reason"])
	}
	return err.Error()
}

func (r *Report) add(where, reason string) {
	if len(r.Findings) < maxFindings {
		r.Findings = append(r.Findings, Finding{where, reason})
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

func (c *checker) records() {
	for _, kind := range core.Kinds() {
		n := 0
		cur := c.reader.records(kind).Cursor()
		for k, v := cur.First(); k != nil; k, v = cur.Next() {
			n++
			rec, err := decode(kind, k, v)
			if err == nil {
				err = rec.Validate()
			}
			if err != nil {
				c.report.add(string(kind), wordsOf(err))
			}
		}
		c.report.Counts[kind] = n
		if want, err := c.Count(kind); err != nil || want != n {
			c.report.add(string(kind), fmt.Sprintf("%d records where %d were counted", n, want))
		}
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
			for _, key := range planner.IndexKeys(rec) {
				want[string(key.Index)]++
				b := c.tx.Bucket([]byte(prefixIndex + string(key.Index)))
				id := rec.Base().ID
				if b == nil || !bytes.Equal(b.Get(indexKey(key.Of, key.At, id)), []byte(kind)) {
					c.report.add(string(key.Index), "an entry is missing")
				}
			}
		}
	}
	_ = c.tx.ForEach(func(name []byte, b *bbolt.Bucket) error {
		index, ok := bytes.CutPrefix(name, []byte(prefixIndex))
		if !ok {
			return nil
		}
		n := 0
		_ = b.ForEach(func(_, _ []byte) error { n++; return nil })
		if n != want[string(index)] {
			c.report.add(string(index), fmt.Sprintf("%d entries where %d belong", n, want[string(index)]))
		}
		return nil
	})
}

func (c *checker) journal() {
	cur := c.tx.Bucket([]byte(bucketJournal)).Cursor()
	for k, v := cur.First(); k != nil; k, v = cur.Next() {
		if _, err := decodeEntry(k, v); err != nil {
			c.report.add(bucketJournal, wordsOf(err))
		}
	}
}
