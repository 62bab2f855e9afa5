//! The objects in the data of a module, which of them code can name, and which of them name others.
//!
//! The linker is asked to keep its relocations (`--emit-relocs`): each is a place at which an address was written, and
//! the object that it is an address in. An address that no relocation wrote cannot be in the code, because that is how
//! compilers come by addresses of statics.

use std::collections::BTreeMap;
use std::ops::Range;

use anyhow::{Context as _, Result, bail};
use wasmparser::{
    BinaryReader, DataKind, Linking, LinkingSectionReader, Operator, Parser, Payload, RelocSectionReader,
    RelocationEntry, RelocationType, SymbolInfo,
};

/// A place in memory.
type Address = u32;

/// What lies where in the data, and what names what.
pub(super) struct Objects {
    /// Where each object lies.
    pub(super) ranges: Vec<Range<Address>>,
    /// The objects that a number in the code may be an address in.
    pub(super) named: BTreeMap<Address, Vec<usize>>,
    /// The objects that an object has addresses of.
    pub(super) held: Vec<Vec<usize>>,
}

/// A segment of the data.
struct Segment<'a> {
    /// Where it goes in memory.
    address: Address,
    /// Where its bytes are in the file.
    file: Range<usize>,
    bytes: &'a [u8],
}

/// The parts of a linked module that are looked at.
#[derive(Default)]
struct Linked<'a> {
    segments: Vec<Segment<'a>>,
    /// Where the payloads of the sections of code and data begin in the file.
    code: Option<usize>,
    data: Option<usize>,
    /// Where each symbol lies; none for what is not data.
    symbols: Vec<Option<Range<Address>>>,
    of_code: Vec<RelocationEntry>,
    of_data: Vec<RelocationEntry>,
}

impl Objects {
    /// Reads what the linker kept. Fails where a relocation does not say what the module has.
    pub(super) fn of(wasm: &[u8]) -> Result<Self> {
        let linked = Linked::of(wasm).context("what the linker kept cannot be read")?;
        if linked.of_code.is_empty() || linked.of_data.is_empty() {
            bail!("the linker kept no relocations; it must be called with --emit-relocs");
        }
        // Symbols share an object where the linker found that their bytes are the same.
        let mut ranges: Vec<_> =
            linked.symbols.iter().flatten().filter(|range| !range.is_empty()).cloned().collect();
        ranges.sort_by_key(|range| (range.start, range.end));
        ranges.dedup();

        let mut named: BTreeMap<Address, Vec<usize>> = BTreeMap::new();
        for entry in linked.of_code.iter().filter(|entry| is_address(entry.ty)) {
            let (address, objects) = linked.target(entry, &ranges)?;
            let begin = linked.code.context("there is no code")? + entry.offset as usize;
            let written = number_at(wasm, begin, entry.ty)?;
            if written != address {
                bail!("a relocation of the code says {address}, and the code {written}");
            }
            let known = named.entry(address).or_default();
            known.extend(objects);
            known.sort_unstable();
            known.dedup();
        }
        let mut held = vec![Vec::new(); ranges.len()];
        for entry in linked.of_data.iter().filter(|entry| is_address(entry.ty)) {
            let (address, objects) = linked.target(entry, &ranges)?;
            let place = linked.data.context("there is no data")? + entry.offset as usize;
            let (at, written) = linked.word_at(place)?;
            if written != address {
                bail!("a relocation of the data says {address}, and the data {written}");
            }
            for holder in holding(&ranges, &(at..at + 1)) {
                held[holder].extend(objects.iter().copied());
            }
        }
        Ok(Self { ranges, named, held })
    }
}

impl<'a> Linked<'a> {
    fn of(wasm: &'a [u8]) -> Result<Self> {
        let mut linked = Self::default();
        let mut sections = Vec::new();
        let mut kept = Vec::new();
        let mut linking = None;
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload?;
            if let Some((id, range)) = payload.as_section() {
                sections.push((id, range.start));
            }
            match payload {
                Payload::CodeSectionStart { range, .. } => linked.code = Some(range.start),
                Payload::DataSection(reader) => {
                    linked.data = Some(reader.range().start);
                    for data in reader {
                        linked.segments.push(segment(&data?)?);
                    }
                }
                Payload::CustomSection(custom) if custom.name() == "linking" => {
                    linking = Some(LinkingSectionReader::new(BinaryReader::new(
                        custom.data(),
                        custom.data_offset(),
                    ))?);
                }
                Payload::CustomSection(custom) if custom.name().starts_with("reloc.") => {
                    kept.push(RelocSectionReader::new(BinaryReader::new(
                        custom.data(),
                        custom.data_offset(),
                    ))?);
                }
                _ => {}
            }
        }
        for subsection in linking.into_iter().flat_map(|reader| reader.subsections()) {
            if let Linking::SymbolTable(symbols) = subsection? {
                for symbol in symbols {
                    let range = linked.range_of(&symbol?)?;
                    linked.symbols.push(range);
                }
            }
        }
        for reader in kept {
            let (id, _) =
                sections.get(reader.section_index() as usize).context("relocations of no section")?;
            let entries: Vec<_> = reader.entries().into_iter().collect::<Result<_, _>>()?;
            match *id {
                CODE => linked.of_code.extend(entries),
                DATA => linked.of_data.extend(entries),
                _ => {}
            }
        }
        Ok(linked)
    }

    fn range_of(&self, symbol: &SymbolInfo) -> Result<Option<Range<Address>>> {
        let SymbolInfo::Data { symbol: Some(defined), .. } = symbol else { return Ok(None) };
        let segment = self.segments.get(defined.index as usize).context("a symbol of no segment")?;
        let begin = segment.address + defined.offset;
        Ok(Some(begin..begin + defined.size))
    }

    /// The address that a relocation writes, and the objects it may be meant to be in.
    fn target(&self, entry: &RelocationEntry, ranges: &[Range<Address>]) -> Result<(Address, Vec<usize>)> {
        let Some(range) = self.symbols.get(entry.index as usize).context("a relocation of no symbol")? else {
            // What the linker itself defines, such as where the heap begins, has no bytes.
            bail!("a relocation of an address names what is not data");
        };
        let address = i64::from(range.start) + entry.addend;
        let objects = if range.is_empty() { Vec::new() } else { holding(ranges, range) };
        Ok((Address::try_from(address).context("an address before all memory")?, objects))
    }

    /// The address of a place in the file, and the number that stands there.
    fn word_at(&self, place: usize) -> Result<(Address, Address)> {
        let segment = self
            .segments
            .iter()
            .find(|segment| segment.file.contains(&place))
            .context("a relocation between segments")?;
        let within = place - segment.file.start;
        let bytes = segment.bytes.get(within..within + 4).context("a relocation at the edge of a segment")?;
        Ok((segment.address + u32::try_from(within)?, u32::from_le_bytes(bytes.try_into()?)))
    }
}

const CODE: u8 = 10;
const DATA: u8 = 11;

fn segment<'a>(data: &wasmparser::Data<'a>) -> Result<Segment<'a>> {
    let DataKind::Active { offset_expr, .. } = &data.kind else {
        bail!("a segment is put into memory later")
    };
    let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
        bail!("a segment is put where it is not known");
    };
    let file = data.range.end - data.data.len()..data.range.end;
    Ok(Segment { address: value.cast_unsigned(), file, bytes: data.data })
}

/// The objects that share a byte with a range.
fn holding(ranges: &[Range<Address>], range: &Range<Address>) -> Vec<usize> {
    // Objects seldom overlap, and then they begin at the same place; those that begin long before end before.
    let after = ranges.partition_point(|own| own.start < range.end);
    let mut found = Vec::new();
    for place in (0..after).rev() {
        let own = &ranges[place];
        if own.end > range.start {
            found.push(place);
        } else if own.start + LONGEST < range.start {
            break;
        }
    }
    found
}

/// No object is longer than this.
const LONGEST: Address = 1 << 20;

fn is_address(ty: RelocationType) -> bool {
    matches!(
        ty,
        RelocationType::MemoryAddrLeb | RelocationType::MemoryAddrSleb | RelocationType::MemoryAddrI32
    )
}

/// The address in an instruction.
fn number_at(wasm: &[u8], place: usize, ty: RelocationType) -> Result<Address> {
    let bytes = wasm.get(place..).context("a relocation after the end")?;
    let mut reader = BinaryReader::new(bytes, place);
    Ok(match ty {
        RelocationType::MemoryAddrSleb => reader.read_var_i32()?.cast_unsigned(),
        RelocationType::MemoryAddrLeb => reader.read_var_u32()?,
        _ => bail!("an address is written in a way that is not foreseen"),
    })
}
