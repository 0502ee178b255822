-- OpenLink, asked as parent: answered by statement

-- the whole query, for guardian (as parent)
-- _r0: Query.node (ShiftRole)
-- _r1: ShiftRole.shift
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select '["' || _r1."id"::text || '","' || _r1."starts_at"::text || '",' || right(json_build_array(_r1."place")::text, -1)
                from shift _r1
                where
                  (
                    _r1.id = _r0."shift_id"
                    and (
                      _r1.published_at is not null
                      and (
                        _r1.school_id = any ($2::uuid[])
                        or (
                          _r1.school_id is null
                          and _r1.district_id = any ($3::uuid[])
                        )
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || ('"' || _r0."id"::text || '",' || right(json_build_array(_r0."name")::text, -1)),
            ','
          ) || ']'
        from shift_role _r0
        where
          (
            _r0.id = any ($4::uuid[])
            and exists (
              select 1
              from shift sft
              where
                sft.id = _r0.shift_id
                and (
                  sft.published_at is not null
                  and (
                    sft.school_id = any ($2::uuid[])
                    or (
                      sft.school_id is null
                      and sft.district_id = any ($3::uuid[])
                    )
                  )
                )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guest; signed in (as lecturer)
-- _r0: Query.node (ShiftRole)
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select '[' || string_agg('null', ',') || ']'
        from shift_role _r0
        where false
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Query.node (ShiftRole)
-- _r1: ShiftRole.shift
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select '["' || _r1."id"::text || '","' || _r1."starts_at"::text || '",' || right(json_build_array(_r1."place")::text, -1)
                from shift _r1
                where
                  (
                    _r1.id = _r0."shift_id"
                    and (
                      (
                        _r1.published_at is not null
                        and (
                          _r1.school_id = any ($2::uuid[])
                          or (
                            _r1.school_id is null
                            and _r1.district_id = any ($3::uuid[])
                          )
                        )
                      )
                      or (
                        _r1.school_id = any ($4::uuid[])
                        and (
                          _r1.published_at is not null
                          or (
                            select act.organiser_id = $5::uuid
                            from volunteer_activity act
                            where act.id = _r1.activity_id
                          )
                        )
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || ('"' || _r0."id"::text || '",' || right(json_build_array(_r0."name")::text, -1)),
            ','
          ) || ']'
        from shift_role _r0
        where
          (
            _r0.id = any ($6::uuid[])
            and exists (
              select 1
              from shift sft
              where
                sft.id = _r0.shift_id
                and (
                  (
                    sft.published_at is not null
                    and (
                      sft.school_id = any ($2::uuid[])
                      or (
                        sft.school_id is null
                        and sft.district_id = any ($3::uuid[])
                      )
                    )
                  )
                  or (
                    sft.school_id = any ($4::uuid[])
                    and (
                      sft.published_at is not null
                      or (
                        select act.organiser_id = $5::uuid
                        from volunteer_activity act
                        where act.id = sft.activity_id
                      )
                    )
                  )
                )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
