import type { Questions } from './shape.ts'

const yesNo = { yes: 'Có', no: 'Không' }
const yesNoUnsure = { ...yesNo, unsure: 'Không chắc' }
const bothThings = 'Cả hai'
const inPark = 'Ở chỗ nào trong công viên?'
const unit = 'Căn hộ số mấy hoặc tầng mấy?'
const business = 'Cơ sở kinh doanh tên gì?'

/** Vietnamese, with "quý vị". */
export const vi: Questions = {
  wordsBy: { by: 'machine' },
  asked: {
    pothole: {
      lane: 'Ở chỗ nào trên đường: làn xe chạy, làn xe đạp, lối qua đường hay làn đậu xe?',
      size: 'Lớn cỡ nào?',
    },
    'sidewalk-repair': { injury: ['Đã có ai bị thương vì chỗ này chưa?', { yes: 'Có', no: 'Chưa' }] },
    'utility-cover': { marking: 'Trên nắp có chữ gì?' },
    'manhole-missing': { guarded: ['Quanh miệng cống có gì để cảnh báo mọi người không?', yesNo] },
    'construction-complaint': {
      company: 'Công ty nào đang làm, nếu quý vị biết?',
      permit: 'Có dán số giấy phép không, và số mấy?',
    },
    'street-flooding': {
      depth: 'Nước sâu bao nhiêu?',
      passable: ['Người và xe có qua được không?', yesNo],
    },
    'fire-hydrant': { running: ['Bây giờ nước có đang chảy ra không?', yesNo] },
    'water-sewer-general': { account: 'Nếu là về hóa đơn: số tài khoản là gì?' },
    'street-light-out': { pole: 'Trên cột đèn ghi số mấy?', lights: 'Bao nhiêu đèn bị tắt?' },
    'street-lights-out-many': {
      from_to: 'Đèn bị tắt từ đâu đến đâu?',
      lights: 'Khoảng bao nhiêu đèn bị tắt?',
    },
    'street-light-damaged': {
      wires: ['Quý vị có thấy dây điện hở không? Xin đừng lại gần.', yesNo],
      pole: 'Trên cột đèn ghi số mấy?',
    },
    'traffic-signal': {
      trouble: [
        'Đèn giao thông bị gì?',
        {
          dark: 'Tắt',
          stuck: 'Kẹt hoặc nhấp nháy',
          damaged: 'Bị đụng, lệch hoặc treo lủng lẳng',
          walk: 'Đèn hoặc nút cho người đi bộ',
          timing: 'Thời gian đèn',
        },
      ],
    },
    'sign-repair': { sign: 'Biển ghi gì, hoặc lẽ ra phải ghi gì?' },
    'sign-new': { wish: 'Nên đặt gì ở đó?' },
    'illegal-parking': {
      plate: 'Biển số xe là gì, nếu quý vị đọc được?',
      vehicle: 'Xe màu gì và loại xe gì?',
    },
    'abandoned-vehicle': {
      plate: 'Biển số xe là gì, hay không có biển số?',
      vehicle: 'Xe màu gì, hiệu gì và đời gì?',
      days: 'Xe ở đó mấy ngày rồi?',
    },
    'parking-meter': { meter: 'Trên đồng hồ ghi số mấy?' },
    'parking-lot': {
      lot_kind: [
        'Bãi đậu xe của Thành phố hay của tư nhân?',
        { city: 'Của Thành phố', private: 'Của tư nhân', unknown: 'Không chắc' },
      ],
    },
    valet: { business: 'Dịch vụ giữ xe cho cơ sở nào?' },
    'missed-pickup': {
      material: [
        'Thứ gì chưa được thu?',
        {
          trash: 'Rác',
          recycling: 'Đồ tái chế',
          yard: 'Rác vườn',
          food: 'Thức ăn thừa',
          bulk: 'Đồ lớn',
        },
      ],
    },
    'illegal-dumping': {
      plate: 'Nếu quý vị thấy người làm: biển số xe hoặc tên công ty là gì?',
    },
    'bulk-item': { items: 'Gồm những món gì, và bao nhiêu?' },
    'recycling-cart': {
      request: [
        'Quý vị muốn thùng mới, đổi thùng hay trả lại?',
        { new: 'Mới', replace: 'Đổi', return: 'Trả lại' },
      ],
      size: 'Cỡ nào, lớn hay nhỏ?',
    },
    'recycling-sticker': { count: 'Quý vị cần bao nhiêu nhãn?' },
    graffiti: {
      surface: [
        'Trên tài sản tư nhân, công cộng hay của công ty tiện ích?',
        {
          private: 'Tài sản tư nhân',
          public: 'Tài sản công cộng',
          utility: 'Của công ty tiện ích',
          unknown: 'Không chắc',
        },
      ],
      offensive: ['Có nội dung thù ghét hoặc tục tĩu không?', yesNo],
    },
    'dead-animal': { animal: 'Là con vật gì?' },
    'animal-domestic': {
      animal: 'Con vật trông như thế nào?',
      state: 'Nó bị lạc, được tìm thấy, thả rông hay đang gặp nạn?',
    },
    'animal-wild': { animal: 'Là con vật gì, và nó đang làm gì?' },
    rodents: {
      seen: ['Quý vị đã thấy gì?', { animals: 'Chuột', burrows: 'Hang hoặc lỗ', droppings: 'Phân chuột' }],
      bite: ['Có ai bị cắn không?', yesNo],
    },
    needle: {
      needle_qty: ['Khoảng bao nhiêu kim tiêm?', { one: 'Một', few: 'Vài cái', many: 'Nhiều' }],
      needle_loc_type: ['Ở nơi công cộng hay tư nhân?', { public: 'Công cộng', private: 'Tư nhân' }],
    },
    'human-waste': { surface: 'Ở đâu: vỉa hè, cửa ra vào hay ngõ hẻm?' },
    encampment: {
      people_count: 'Khoảng bao nhiêu người hoặc lều?',
      needs_outreach: ['Có ai ở đó dường như cần giúp đỡ không?', yesNoUnsure],
    },
    'food-safety': {
      business_name: business,
      incident_date: 'Việc xảy ra khi nào?',
      people_sick: 'Bao nhiêu người bị bệnh, nếu có?',
    },
    'air-pollution': {
      source_kind: 'Từ đâu ra: xe cộ, cơ sở kinh doanh hay công trường?',
      time_of_day: 'Xảy ra vào giờ nào?',
    },
    'tree-emergency': {
      blocking: [
        'Nó chắn gì?',
        { road: 'Đường xe', sidewalk: 'Vỉa hè', both: bothThings, nothing: 'Không chắn gì' },
      ],
      touches_wires: ['Nó có chạm dây điện không?', yesNoUnsure],
    },
    'tree-pruning': { what_it_blocks: 'Cành cây chạm hoặc che gì?' },
    'tree-removal': {
      what_is_left: ['Là cây còn đứng hay gốc cây?', { tree: 'Cây còn đứng', stump: 'Gốc cây' }],
    },
    'tree-new': {
      empty_pit: [
        'Trên vỉa hè đã có ô đất trống để trồng cây chưa?',
        { yes: 'Có', no: 'Chưa', unsure: 'Không chắc' },
      ],
    },
    'park-grounds': { where_in_park: inPark },
    'park-litter': {
      where_in_park: inPark,
      what_kind: [
        'Là rác vương vãi hay thùng rác đầy?',
        { litter: 'Rác vương vãi', barrel: 'Thùng rác đầy', both: bothThings },
      ],
    },
    'park-equipment': {
      equipment: 'Cái gì bị hỏng?',
      someone_could_get_hurt: ['Có thể làm ai bị thương không?', yesNoUnsure],
    },
    'park-lights': {
      where_in_park: 'Đèn ở chỗ nào trong công viên?',
      pole_number: 'Trên cột đèn có ghi số không?',
    },
    'park-improvement': { suggestion: 'Quý vị muốn có gì?' },
    'tree-in-park': { where_in_park: inPark },
    cemetery: { grave_location: 'Là khu nào hoặc mộ nào?' },
    overgrown: { reaches_sidewalk: ['Nó có chắn vỉa hè không?', yesNo] },
    'property-condition': { occupied: ['Có ai sống hoặc làm việc ở đó không?', yesNoUnsure] },
    'illegal-vending': {
      what_is_sold: 'Họ bán gì?',
      time_of_day: 'Họ ở đó vào ngày giờ nào?',
    },
    'abandoned-building': { can_get_in: ['Nhà có mở để người ta vào được không?', yesNoUnsure] },
    'unsafe-building': {
      what_is_unsafe: 'Phần nào không an toàn?',
      over_public_way: ['Nó có thể rơi xuống vỉa hè hoặc đường không?', yesNoUnsure],
    },
    'building-permit': {
      kind_of_work: 'Họ đang làm công việc gì?',
      when: 'Họ làm vào ngày giờ nào?',
    },
    'zoning-use': { used_as: 'Nơi đó đang được dùng làm gì?' },
    'unshoveled-sidewalk': {
      kind: ['Là tuyết, băng hay cả hai?', { snow: 'Tuyết', ice: 'Băng', both: bothThings }],
    },
    'snow-plowing': {
      what_it_needs: [
        'Cần cào tuyết hay rải muối?',
        { plow: 'Cào tuyết', salt: 'Muối hoặc cát', both: bothThings },
      ],
    },
    'snow-other': { what_it_blocks: 'Tuyết chắn gì?' },
    'blocked-sidewalk': { blocked_by: 'Cái gì chắn vỉa hè?' },
    'student-move-in': { what_is_left: 'Người ta bỏ lại gì ở đó?' },
    noise: {
      noise_kind: [
        'Là loại tiếng ồn nào?',
        {
          people: 'Tiệc, nhạc hoặc người',
          construction: 'Xây dựng',
          vehicle: 'Xe hơi hoặc xe máy',
          animal: 'Một con vật',
          machine: 'Máy móc hoặc chuông báo động',
          other: 'Thứ khác',
        },
      ],
      time_of_day: 'Xảy ra vào ngày giờ nào?',
    },
    'aircraft-noise': { time_of_day: 'Quý vị nghe thấy vào ngày giờ nào?' },
    heat: {
      unit,
      indoor_temperature: 'Trong nhà bao nhiêu độ, nếu quý vị biết?',
      vulnerable_person: ['Có em bé, người lớn tuổi hoặc người bệnh sống ở đó không?', yesNo],
    },
    'housing-conditions': {
      unit,
      problem: 'Có vấn đề gì, và từ khi nào?',
      landlord_told: ['Chủ nhà có biết không?', yesNo],
    },
    'no-utilities': {
      unit,
      utility: ['Thứ nào bị cắt?', { gas: 'Ga', electricity: 'Điện', water: 'Nước' }],
      since_when: 'Từ khi nào?',
    },
    'bed-bugs': { unit, other_units: ['Các căn hộ khác cũng có không?', yesNoUnsure] },
    'pests-home': {
      unit,
      pest: 'Quý vị đã thấy con gì?',
      landlord_told: ['Chủ nhà có biết không?', yesNo],
    },
    'short-term-rental': { listing: 'Được đăng ở đâu? Có đường link càng tốt.', unit },
    'weights-measures': {
      business_name: business,
      product: 'Quý vị đã mua gì, và bị tính bao nhiêu tiền?',
    },
    'accessible-parking': {
      request_kind: [
        'Quý vị cần gì?',
        {
          new: 'Một biển mới',
          repair: 'Sửa biển',
          removal: 'Gỡ biển',
          barrier: 'Xem xét một vật cản lối đi',
        },
      ],
    },
    'external-mbta': { route_or_station: 'Tuyến nào, đường nào hoặc trạm nào?' },
    'external-usps': {
      box_kind: 'Là thùng thư màu xanh dương, thùng trung chuyển màu xanh lá, hay về việc phát thư?',
    },
    'police-matter': { when: 'Việc xảy ra khi nào?' },
    comment: { about: 'Về chương trình, cơ quan hoặc nhân viên nào?' },
    'lost-item': { item: 'Là món gì, và trông như thế nào?', when: 'Bị mất hoặc được tìm thấy khi nào?' },
    general: { request: 'Quý vị cần gì?' },
  },
}
