package house

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Every test that docs/tests.md names is there, and each promise has one.
func TestPromisesHaveTheirTests(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(top, "docs", "tests.md"))
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile("`([^ `]+) (Test[A-Za-z0-9]+)`")
	promises := 0
	for line := range strings.Lines(string(raw)) {
		if !strings.HasPrefix(line, "| ") || strings.HasPrefix(line, "| Promise") {
			continue
		}
		promises++
		tests := named.FindAllStringSubmatch(line, -1)
		if len(tests) == 0 {
			t.Errorf("no test holds: %s", line)
		}
		for _, m := range tests {
			if !isTest(t, filepath.Join(top, m[1]), m[2]) {
				t.Errorf("there is no %s in %s", m[2], m[1])
			}
		}
	}
	if promises < 30 {
		t.Errorf("only %d promises were found", promises)
	}
}

// isTest tells whether one of a folder's files has a test of that name.
func isTest(t *testing.T, dir, name string) bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(raw), "\nfunc "+name+"(t *testing.T) {") {
			return true
		}
	}
	return false
}
