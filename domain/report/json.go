package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
)

// Blocks are the parts of a document. Their JSON keeps a document as it was: an
// array of objects with one member each, named for the kind of block.
type Blocks []Block

// readers read each kind of block, by its name in JSON.
var readers = map[string]func([]byte) (Block, error){
	Heading{}.block(): read[Heading], Paragraph{}.block(): read[Paragraph], Notice{}.block(): read[Notice], KeyValues{}.block(): read[KeyValues],
	List{}.block(): read[List], Signatures{}.block(): read[Signatures], Bars{}.block(): read[Bars], Table{}.block(): read[Table],
}

// BlockKinds lists an empty block of each kind.
func BlockKinds() []Block {
	var out []Block
	for _, read := range readers {
		b, _ := read([]byte("{}")) // an empty object is an empty block
		out = append(out, b)
	}
	return out
}

func read[B Block](data []byte) (Block, error) {
	var b B
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	err := d.Decode(&b)
	return b, err
}

// MarshalJSON writes the blocks in their order.
func (bs Blocks) MarshalJSON() ([]byte, error) {
	out := make([]map[string]Block, len(bs))
	for i, b := range bs {
		out[i] = map[string]Block{b.block(): b}
	}
	return json.Marshal(out)
}

// UnmarshalJSON returns an error for a kind of block, or a member of one, that
// this version does not know: what is kept word for word is never read by half.
func (bs *Blocks) UnmarshalJSON(data []byte) error {
	var all []map[string]json.RawMessage
	if err := json.Unmarshal(data, &all); err != nil {
		return fmt.Errorf("report: read blocks: %w", err)
	}
	out := make(Blocks, 0, len(all))
	for i, one := range all {
		b, err := readBlock(one)
		if err != nil {
			return fmt.Errorf("report: read block %d: %w", i+1, err)
		}
		out = append(out, b)
	}
	*bs = out
	return nil
}

func readBlock(one map[string]json.RawMessage) (Block, error) {
	for kind, data := range one {
		read, ok := readers[kind]
		switch {
		case len(one) > 1:
			return nil, errors.New("it has more than one kind")
		case !ok:
			return nil, fmt.Errorf("%q is no kind of block", kind)
		}
		return read(data)
	}
	return nil, errors.New("it is empty")
}
