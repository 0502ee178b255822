-- StudentLookup, asked as school-admin: answered by batches, not by statement (on record: Student)

-- Query.students
select
  (
    select
      case
        when _row.school_id = any ($1::uuid[]) then (
          select
            coalesce(json_agg(each.contact), '[]')
          from
            (
              select
                json_build_object(
                  'relation',
                  tie.relation,
                  'legal',
                  tie.legal,
                  'primaryContact',
                  tie.primary_contact,
                  'name',
                  left(per.name, 1) || repeat('*', greatest(length(per.name) - 1, 1)),
                  'phone',
                  per.phone
                ) as contact
              from
                guardianship tie
                join guardian gdn on gdn.id = tie.guardian_id
                join person per on per.id = gdn.person_id
              where
                tie.student_id = _row.id
                and tie.status = 'ACTIVE'
                and tie.valid_from <= ($2::timestamptz at time zone 'Asia/Shanghai')::date
                and (
                  tie.valid_to is null
                  or tie.valid_to >= ($2::timestamptz at time zone 'Asia/Shanghai')::date
                )
              order by
                tie.primary_contact desc,
                tie.valid_from,
                tie.id
              limit
                $3::int
            ) each
        )
      end
  ) as v0,
  _row."id" as v1,
  _row."name" as v2,
  _row."school_id" as v3,
  _row."student_number" as v4
from
  (
    select
      _found.*
    from
      (
        select distinct
          unnest($1::uuid[]) as id
        where
          not cardinality($1::uuid[]) > 20
      ) _key
      cross join lateral (
        select
          _row."id",
          _row."name",
          _row."student_number",
          _row."school_id"
        from
          "student" _row
        where
          (
            _row."school_id" = _key.id
            and coalesce(_row.school_id = any ($1::uuid[]), false)
            and _row."student_number" = $4
          )
        order by
          _row."name" asc,
          _row."id" asc
        limit
          $5::int
      ) _found
    union all
    (
      select
        _row."id",
        _row."name",
        _row."student_number",
        _row."school_id"
      from
        "student" _row
      where
        (
          cardinality($1::uuid[]) > 20
          and coalesce(
            _row."school_id" in (
              select
                unnest($1::uuid[])
            ),
            false
          )
          and (
            _row.school_id = any ($1::uuid[])
            and _row."student_number" = $6
          )
        )
      order by
        _row."name" asc,
        _row."id" asc
      limit
        $5::int
    )
  ) _row
order by
  _row."name" asc,
  _row."id" asc
limit
  $5::int;
