-- SchoolSizes, asked as analyst: answered by statement

-- the whole query, for analyst (as analyst)
-- _l0: Query.schools
-- _r0: School.studentCount
-- _l1: School.classes
-- _r1: SchoolClass.studentCount
-- _r2: SchoolClass.grade
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  (
                    case
                      when (_l0.district_id = any ($2::uuid[])) is not true then null
                      when (
                        (count(*)) between 1 and 4
                        or (
                          abs(
                            (
                              select
                                coalesce(
                                  sum(
                                    (
                                      select
                                        case
                                          when (_w1.n) between 1 and 4 then 0
                                          else _w1.n
                                        end
                                      from
                                        (
                                          select
                                            (
                                              select count(*)
                                              from class_membership _w2
                                              where
                                                (
                                                  _w2."school_class_id" = _w0.id
                                                  and _l0.district_id = any ($2::uuid[])
                                                  and _w2.status = 'ACTIVE'
                                                )
                                            ) as n
                                          offset
                                            0
                                        ) _w1
                                    )
                                  ),
                                  0
                                )
                              from school_class _w0
                              where
                                (
                                  _w0."school_id" = _l0.id
                                  and _l0.district_id = any ($2::uuid[])
                                )
                            ) - count(*)
                          )
                        ) between 1 and 4
                      ) then null
                      else count(*)::int
                    end
                  )::text
                from student _r0
                where
                  (
                    _r0."school_id" = _l0.id
                    and _l0.district_id = any ($2::uuid[])
                    and _r0.left_on is null
                  )
              ),
              'null'
            ) || ',' || '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (_l0.district_id = any ($2::uuid[])) is not true then null
                              when (count(*)) between 1 and 4 then null
                              else count(*)::int
                            end
                          )::text
                        from class_membership _r1
                        where
                          (
                            _r1."school_class_id" = _l1.id
                            and _l0.district_id = any ($2::uuid[])
                            and _r1.status = 'ACTIVE'
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select '["' || _r2."id"::text || '",' || _r2."number"::text || ',"' || _r2."stage"::text || '"]'
                        from grade _r2
                        where _r2.id = _l1."grade_id"
                      ),
                      'null'
                    ) || ',' || ('"' || _l1."id"::text || '",' || right(json_build_array(_l1."name")::text, -1)),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from school_class _l1
                    where
                      (
                        _l1."school_id" = _l0.id
                        and _l0.district_id = any ($2::uuid[])
                        and _l1."school_year_id" = $3
                      )
                    order by
                      _l1."school_year_id" desc,
                      _l1."grade_id" asc,
                      _l1."number" asc,
                      _l1."id" asc
                    limit $4::int
                  ) _l1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select (count(*)::int)::text
                from school_class _l1
                where
                  (
                    _l1."school_id" = _l0.id
                    and _l0.district_id = any ($2::uuid[])
                    and _l1."school_year_id" = $3
                  )
              ),
              'null'
            ) || ']' || ',' || ('"' || _l0."id"::text || '",' || right(json_build_array(_l0."code", _l0."name", _l0."stages")::text, -1)),
            ','
          ) filter (
            where _l0._n <= $5::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $5::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from school _l0
              where true
              order by
                _l0."code" asc,
                _l0."id" asc
              limit ($5::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;
